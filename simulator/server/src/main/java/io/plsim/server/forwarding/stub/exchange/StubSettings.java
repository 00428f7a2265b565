package io.plsim.server.forwarding.stub.exchange;

import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.ResourceUrls;
import io.plsim.server.operation.Resolution.Resolved;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Where the stubs believe to be.
 *
 * @param partition such as {@code aws}
 * @param region such as {@code us-east-1}
 * @param accountId the owner of every resource
 * @param issuer who issues the tokens that a runtime, gateway or registry takes
 * @param urls how runtimes and gateways are called
 */
public record StubSettings(
        String partition, String region, String accountId, Function<Resolved, String> issuer, ResourceUrls urls) {

    /** Stubs that call everything by AWS's names. */
    public StubSettings(String partition, String region, String accountId, Function<Resolved, String> issuer) {
        this(partition, region, accountId, issuer, new ResourceUrls(region, false));
    }

    /** An ARN of this service, account and Region. */
    public String arn(String resource) {
        return "arn:" + partition + ":bedrock-agentcore:" + region + ":" + accountId + ":" + resource;
    }

    /** The data plane's host name. */
    public String dataPlaneHost() {
        return "bedrock-agentcore." + region + ".amazonaws.com";
    }

    /** The invocation URL of a runtime for the client of a request, its ARN escaped as one path segment. */
    public String invocationsUrl(InboundRequest request, String runtimeArnOrId) {
        return urls.dataPlane(request) + "/runtimes/" + escape(runtimeArnOrId) + "/invocations";
    }

    /** Percent-encodes all but RFC 3986's unreserved characters. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
        return escaped.toString();
    }
}
