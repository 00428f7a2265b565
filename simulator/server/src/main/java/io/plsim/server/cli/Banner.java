package io.plsim.server.cli;

import io.plsim.server.Simulator;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.Settings;
import io.plsim.server.enforcement.AttachedPolicy;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.EndpointService;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** What {@code serve} says when it is up: the endpoints, what is enforced and what is not, and lines to paste. */
final class Banner {
    private static final String RUNTIME = "/runtimes/customAgent1/invocations";

    private Banner() {}

    static void print(Simulator simulator, PrintWriter out) {
        Settings settings = simulator.settings();
        out.println("plsim: the PrivateLink simulator for Amazon Bedrock AgentCore");
        for (VpcEndpoint endpoint : simulator.endpoints()) {
            AttachedPolicy policy = endpoint.policy();
            out.printf(
                    "  %s  %s  %s  policy %s, revision %d, %d statement(s)%s%n",
                    endpoint.id(),
                    endpoint.service().serviceName(endpoint.region()),
                    simulator.url(endpoint),
                    policy.source(),
                    policy.revision(),
                    policy.statementCount(),
                    endpoint.audit() ? "  AUDIT: denials are recorded, nothing is blocked" : "");
        }
        out.println("  TLS      " + simulator.tlsUrl(simulator.endpoints().get(0))
                + "  by AWS's host names; clients trust " + simulator.consoleUrl() + "/certs/ca.pem");
        out.println("  console  " + simulator.consoleUrl());
        out.println("Callers: "
                + settings.principals().stream().map(IamCredential::arn).collect(Collectors.joining(", ")));
        out.println("Enforced: SigV4 in header or query, OAuth bearer tokens, the endpoint policy.");
        out.println("Behind the endpoints: " + simulator.forwarding() + ".");
        out.println("Not enforced: identity, resource and organization policies, security groups, quotas.");
        if (settings.authentication() == Configuration.Authentication.PARSE) {
            out.println(
                    "WARNING: authentication: parse. Signatures and tokens are not checked; anybody is who they say they are.");
        }
        if (settings.file().clock() != null) {
            out.println("Clock: frozen at " + settings.file().clock() + "; clients must sign with that time.");
        }
        simulator.endpoints().stream()
                .filter(endpoint -> endpoint.service() == EndpointService.DATA_PLANE)
                .findFirst()
                .ifPresent(endpoint -> tryIt(simulator, endpoint, out));
        out.println("Ready.");
        out.flush();
    }

    private static void tryIt(Simulator simulator, VpcEndpoint endpoint, PrintWriter out) {
        String url = simulator.url(endpoint).toString();
        String console = simulator.consoleUrl().toString();
        String call = "curl -s -X POST '" + url + RUNTIME + "?accountId="
                + simulator.settings().accountId() + "' -d '{\"prompt\":\"hello\"}'";
        out.println();
        out.println("Everything for a shell, trust in the TLS names included: eval \"$(./plsim env --console " + console
                + ")\"");
        out.println("An AWS SDK in another shell (credentials of the first caller):");
        out.println("  export AWS_ENDPOINT_URL_BEDROCK_AGENTCORE=" + url);
        IamCredential first = simulator.settings().principals().get(0);
        out.println("  export AWS_REGION=" + endpoint.region() + " AWS_ACCESS_KEY_ID=" + first.accessKeyId()
                + " AWS_SECRET_ACCESS_KEY=...   (its secret as configured; the examples' is in the README)");
        out.println("A bearer call that passes while the policy says Principal \"*\":");
        out.println("  TOKEN=$(curl -s -d grant_type=client_credentials " + console
                + "/oauth/token | sed 's/.*access_token\":\"\\([^\"]*\\).*/\\1/')");
        out.println("  " + call + " -H \"Authorization: Bearer $TOKEN\"");
        out.println("The same call denied, once the policy names an account instead:");
        out.println("  curl -s -X PUT " + console + "/api/endpoints/" + endpoint.id()
                + "/policy -d '{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + simulator.settings().accountId()
                + "\"},\"Action\":\"*\",\"Resource\":\"*\"}]}'");
        out.println("  " + call + " -H \"Authorization: Bearer $TOKEN\"");
        out.println();
    }
}
