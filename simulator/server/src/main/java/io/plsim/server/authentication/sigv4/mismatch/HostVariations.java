package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import io.plsim.server.inbound.InboundRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other hosts that the client may have signed before a proxy, a port mapping or a resolver came in between. */
final class HostVariations {
    private static final Pattern FORWARDED_HOST = Pattern.compile("(?i)host=\"?([^;,\"]+)");

    private HostVariations() {}

    static List<Variation> of(Attempt base, InboundRequest request) {
        return candidates(base.header("host"), base.scope().region(), request).stream()
                .map(host -> new Variation(
                        "HOST_CHANGED",
                        Room.HOST,
                        "the host is " + host + " instead of " + base.header("host"),
                        "A proxy, a port mapping or the client's own Host changed it after signing;"
                                + " keep the signed Host, or sign the one that is sent.",
                        attempt -> attempt.withHeader("host", host)))
                .toList();
    }

    private static Set<String> candidates(String host, String region, InboundRequest request) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']') && colon > 0;
        String name = hasPort ? host.substring(0, colon) : host;
        String port = hasPort ? host.substring(colon) : "";
        Set<String> hosts = new LinkedHashSet<>();
        request.headers().first("X-Forwarded-Host").ifPresent(forwarded -> {
            hosts.add(forwarded.trim());
            request.headers().first("X-Forwarded-Port").ifPresent(p -> hosts.add(forwarded.trim() + ":" + p.trim()));
        });
        request.headers().first("X-Original-Host").ifPresent(original -> hosts.add(original.trim()));
        request.headers().first("Forwarded").ifPresent(forwarded -> {
            Matcher matcher = FORWARDED_HOST.matcher(forwarded);
            if (matcher.find()) {
                hosts.add(matcher.group(1).trim());
            }
        });
        hosts.add(name);
        hosts.add(host.toLowerCase(Locale.ROOT));
        hosts.add(name.endsWith(".") ? name.substring(0, name.length() - 1) + port : name + "." + port);
        for (String known : List.of(
                name,
                "localhost",
                "127.0.0.1",
                "host.docker.internal",
                "bedrock-agentcore." + region + ".amazonaws.com",
                "bedrock-agentcore-control." + region + ".amazonaws.com",
                "gateway.bedrock-agentcore." + region + ".amazonaws.com")) {
            hosts.add(known);
            hosts.add(known + port);
            for (String usual : List.of(":80", ":443", ":4650", ":4652", ":4653", ":8080")) {
                hosts.add(known + usual);
            }
        }
        hosts.remove(host);
        return hosts;
    }
}
