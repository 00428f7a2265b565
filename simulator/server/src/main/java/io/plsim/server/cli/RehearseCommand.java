package io.plsim.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.Simulator;
import io.plsim.server.authentication.IamCredential;
import io.plsim.server.configuration.Environment;
import io.plsim.server.configuration.Overrides;
import io.plsim.server.configuration.Settings;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code plsim rehearse}: starts on free ports, answers one request of each kind and stops. An image build records its
 * class-data archive from this run, so it takes the ways that a start and the first requests take.
 */
@Command(name = "rehearse", description = "Start, answer a few requests, stop (for image builds).", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final Map<String, String> FREE_PORTS =
            Map.of("PLSIM_PORT", "0", "PLSIM_GATEWAY_PORT", "0", "PLSIM_CONSOLE_PORT", "0", "PLSIM_TLS_PORT", "0");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() throws Exception {
        Settings settings = Environment.settings(Overrides.NONE, FREE_PORTS);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (Simulator simulator = Simulator.start(settings)) {
            RequestLines lines = new RequestLines(nowhere);
            simulator.log().follow(lines);
            Banner.print(simulator, nowhere);
            lines.start();
            String dataPlane = simulator.url(simulator.endpoints().get(0)).toString();
            String gateway = simulator.url(simulator.endpoints().get(1)).toString();
            String console = simulator.consoleUrl().toString();
            String agent = dataPlane + "/runtimes/agent/invocations?accountId=" + settings.accountId();
            String issued = post(console + "/oauth/token", "Accept", "*/*", "grant_type=client_credentials");
            String bearer = "Bearer "
                    + new ObjectMapper().readTree(issued).path("access_token").asText();
            post(agent, "Authorization", bearer, "{}");
            post(agent, "Authorization", unprovenSignature(settings), "{}");
            post(agent, "Accept", "*/*", "{}");
            post(gateway + "/mcp", "Authorization", bearer, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
            for (String path : new String[] {"/ready", "/api/endpoints", "/api/decisions", "/metrics"}) {
                get(console + path);
            }
        }
        return 0;
    }

    private static String unprovenSignature(Settings settings) {
        IamCredential caller = settings.principals().get(0);
        return "AWS4-HMAC-SHA256 Credential=" + caller.accessKeyId() + "/20260101/" + settings.region()
                + "/bedrock-agentcore/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    }

    private String post(String url, String header, String value, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header(header, value)
                        .header("x-amz-date", "20260101T000000Z")
                        .header(
                                "Content-Type",
                                url.endsWith("/token") ? "application/x-www-form-urlencoded" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.body();
    }

    private void get(String url) throws Exception {
        http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
