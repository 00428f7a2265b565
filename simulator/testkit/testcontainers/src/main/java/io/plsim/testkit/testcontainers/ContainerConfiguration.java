package io.plsim.testkit.testcontainers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.testkit.decisions.SimulatedPrincipal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration file of a container, JSON being YAML. */
final class ContainerConfiguration {
    private static final String DEFAULT_GATEWAY = "my-gateway-0123456789";
    private static final List<String> ENDPOINT_NAMES = List.of(
            "vpce-0a1b2c3d4e5f60718-plsim.bedrock-agentcore.%s.vpce.amazonaws.com",
            "vpce-0b1c2d3e4f5061728-plsim.gateway.bedrock-agentcore.%s.vpce.amazonaws.com");

    private final List<SimulatedPrincipal> added = new ArrayList<>();
    private final List<String> gateways = new ArrayList<>(List.of(DEFAULT_GATEWAY));
    private final Map<String, URI> forwards = new LinkedHashMap<>();
    private String region = "us-east-1";
    private @Nullable String policy;

    void principal(SimulatedPrincipal principal) {
        added.add(principal);
    }

    void gateway(String id) {
        gateways.add(id);
    }

    void forward(String runtimeId, URI agent) {
        forwards.put(runtimeId, agent);
    }

    void region(String name) {
        region = name;
    }

    void policy(String path) {
        policy = path;
    }

    String region() {
        return region;
    }

    /** Those added, then the usual ones whose access key nobody took. */
    List<SimulatedPrincipal> principals() {
        List<SimulatedPrincipal> all = new ArrayList<>(added);
        for (SimulatedPrincipal usual : SimulatedPrincipal.DEFAULTS) {
            if (added.stream().noneMatch(one -> one.accessKeyId().equals(usual.accessKeyId()))) {
                all.add(usual);
            }
        }
        return List.copyOf(all);
    }

    /** The names that private DNS would resolve to the endpoints. */
    List<String> privateNames() {
        List<String> names = new ArrayList<>();
        names.add("bedrock-agentcore." + region + ".amazonaws.com");
        gateways.forEach(id -> names.add(id + ".gateway.bedrock-agentcore." + region + ".amazonaws.com"));
        ENDPOINT_NAMES.forEach(name -> names.add(name.formatted(region)));
        return names;
    }

    /** The file's text; {@code host} is the name by which the test reaches the console. */
    String write(String host) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("region", region);
        file.put("consoleHosts", List.of(host));
        if (!host.equals("localhost")) {
            file.put("tls", Map.of("names", List.of(host)));
        }
        if (policy != null) {
            file.put("policy", policy);
        }
        file.put(
                "principals",
                principals().stream().map(ContainerConfiguration::written).toList());
        List<Map<String, Object>> runtimes = new ArrayList<>();
        forwards.forEach((id, agent) -> runtimes.add(Map.of("id", id, "forwardTo", agent.toString())));
        file.put(
                "resources",
                Map.of(
                        "runtimes",
                        runtimes,
                        "gateways",
                        gateways.stream().map(id -> Map.of("id", id)).toList()));
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps and strings are JSON", impossible);
        }
    }

    private static Map<String, Object> written(SimulatedPrincipal principal) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("accessKeyId", principal.accessKeyId());
        written.put("secretAccessKey", principal.secretAccessKey());
        putIfSet(written, "sessionToken", principal.sessionToken());
        written.put("arn", principal.arn());
        putIfSet(written, "roleArn", principal.roleArn());
        putIfSet(written, "organizationId", principal.organizationId());
        if (!principal.tags().isEmpty()) {
            written.put("tags", principal.tags());
        }
        return written;
    }

    private static void putIfSet(Map<String, Object> written, String key, @Nullable String value) {
        if (value != null) {
            written.put(key, value);
        }
    }
}
