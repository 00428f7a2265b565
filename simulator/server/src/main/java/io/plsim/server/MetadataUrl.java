package io.plsim.server;

import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.ResourceUrls;
import java.util.Optional;

/**
 * Where a resource's OAuth protected-resource metadata is, as the 401 of a bearer-only resource names it. The runtime
 * is written as the client wrote it: an escaped ARN, or a bare id with its account.
 */
final class MetadataUrl {
    private static final String LITERAL = "-._~%!$&'()*+,:@";

    private MetadataUrl() {}

    static String of(InboundRequest request, ResourceUrls urls, Optional<String> resourceId) {
        if (request.service() == EndpointService.GATEWAY) {
            return urls.gateway(request, resourceId.orElse("gateway")) + "/.well-known/oauth-protected-resource";
        }
        String[] segments = request.rawPath().split("/", 4);
        String runtime = segments.length > 2 ? segments[2] : "";
        String account = parameter(request, "accountId", "");
        return urls.dataPlane(request) + "/runtimes/" + quotable(runtime)
                + "/invocations/.well-known/oauth-protected-resource?qualifier="
                + quotable(parameter(request, "qualifier", "DEFAULT"))
                + (account.isEmpty() ? "" : "&accountId=" + quotable(account));
    }

    /** The first value of a query parameter, still escaped. */
    private static String parameter(InboundRequest request, String name, String otherwise) {
        String query = request.rawQuery() == null ? "" : request.rawQuery();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=") && pair.length() > name.length() + 1) {
                return pair.substring(name.length() + 1);
            }
        }
        return otherwise;
    }

    /** Without what could end the quoted string that the URL stands in. */
    private static String quotable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || LITERAL.indexOf(c) >= 0)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
