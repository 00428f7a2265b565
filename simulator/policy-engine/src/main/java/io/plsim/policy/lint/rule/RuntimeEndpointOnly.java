package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.Set;

/** A runtime endpoint named without its runtime. */
final class RuntimeEndpointOnly extends LintRule {
    private static final Set<String> ENDPOINTS = Set.of("runtime-endpoint", "harness-endpoint");

    RuntimeEndpointOnly() {
        super(
                "RUNTIME_ENDPOINT_ONLY",
                Severity.NOTE,
                "Only endpoints of runtimes or harnesses are named, and AWS's page names the runtime itself.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!isEndpoint(policy) || !statement.namesResources()) {
            return;
        }
        for (LintedResource resource : statement.resources()) {
            boolean endpointOnly = !resource.types().isEmpty() && ENDPOINTS.containsAll(resource.types());
            boolean besideItsRuntime = statement.resources().stream()
                    .anyMatch(other ->
                            other.types().contains("runtime") || other.types().contains("harness"));
            if (endpointOnly && !besideItsRuntime) {
                advice.at(
                        resource.value().place(),
                        Advice.quoted(resource.value().text())
                                + " names an endpoint of a runtime; AWS's page scopes the action to runtime/ID, and by"
                                + " default that is what the simulator asks about. Name both.");
            }
        }
    }
}
