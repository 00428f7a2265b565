package io.plsim.server.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.PolicyLinter;
import io.plsim.server.answer.Answer;
import io.plsim.server.enforcement.AttachedPolicy;
import io.plsim.server.enforcement.VpcEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The endpoints and their policies: look, attach, go back to full access. */
final class EndpointRoutes {
    private final List<VpcEndpoint> endpoints;
    private final ConsoleApi.Reach reach;

    EndpointRoutes(List<VpcEndpoint> endpoints, ConsoleApi.Reach reach) {
        this.endpoints = endpoints;
        this.reach = reach;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute("GET", "/api/endpoints", request -> list()),
                new ConsoleRoute(
                        "GET",
                        "/api/endpoints/{id}",
                        request -> with(request, endpoint -> ConsoleAnswers.json(200, describe(endpoint)))),
                new ConsoleRoute(
                        "GET",
                        "/api/endpoints/{id}/policy",
                        request -> with(
                                request,
                                endpoint -> Answer.json(200, endpoint.policy().json()))),
                new ConsoleRoute(
                        "PUT",
                        "/api/endpoints/{id}/policy",
                        request -> with(request, endpoint -> attach(endpoint, request.text()))),
                new ConsoleRoute(
                        "DELETE",
                        "/api/endpoints/{id}/policy",
                        request -> with(request, endpoint -> {
                            endpoint.reset();
                            return ConsoleAnswers.json(200, describe(endpoint));
                        })));
    }

    private Answer list() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        endpoints.forEach(endpoint -> json.add(describe(endpoint)));
        return ConsoleAnswers.json(200, json);
    }

    private Answer attach(VpcEndpoint endpoint, String policy) {
        try {
            endpoint.attach(policy, "api");
            return ConsoleAnswers.json(200, describe(endpoint));
        } catch (InvalidPolicyException invalid) {
            return ConsoleAnswers.findings(
                    400,
                    PolicyLinter.lint(policy, PolicyType.ENDPOINT).stream()
                            .filter(finding -> finding.severity() != Severity.NOTE)
                            .toList());
        }
    }

    private ObjectNode describe(VpcEndpoint endpoint) {
        AttachedPolicy policy = endpoint.policy();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", endpoint.id());
        json.put("service", endpoint.service().serviceName(endpoint.region()));
        json.put("region", endpoint.region());
        json.put("vpcId", endpoint.vpcId());
        json.put("url", reach.url().apply(endpoint));
        json.put("tlsUrl", reach.tlsUrl().apply(endpoint));
        json.put("mode", endpoint.audit() ? "audit" : "enforce");
        json.put("policySource", policy.source());
        json.put("policyRevision", policy.revision());
        json.put("statements", policy.statementCount());
        return json;
    }

    private Answer with(ConsoleRequest request, Function<VpcEndpoint, Answer> answer) {
        Optional<VpcEndpoint> found = endpoints.stream()
                .filter(endpoint -> endpoint.id().equals(request.path("id")))
                .findFirst();
        return found.map(answer)
                .orElseGet(() -> ConsoleAnswers.message(404, "There is no endpoint \"" + request.path("id") + "\"."));
    }
}
