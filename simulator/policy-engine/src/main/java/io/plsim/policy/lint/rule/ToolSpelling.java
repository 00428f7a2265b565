package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import java.util.Optional;
import java.util.Set;

/** The page's spelling of a customer's browser or code interpreter, beside the reference's. */
final class ToolSpelling extends LintRule {
    private static final Set<String> PAGE_SPELLINGS = Set.of("browser", "code-interpreter");

    ToolSpelling() {
        super(
                "TOOL_SPELLING",
                Severity.NOTE,
                "A customer's browser or code interpreter has two spellings in AWS's pages.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            Optional<ArnText> arn = resource.agentCore()
                    .filter(parts -> InvalidAccount.isId(parts.account())
                            && resource.types().size() == 1
                            && PAGE_SPELLINGS.containsAll(resource.types())
                            && !parts.resource().contains("/aws."));
            arn.ifPresent(parts -> {
                String type = resource.types().iterator().next();
                advice.at(
                        resource.value().place(),
                        "AWS's endpoint page writes " + type + "/ID, its service authorization reference " + type
                                + "-custom/ID for what a customer made; the simulator takes both as one, listing both"
                                + " is safe.",
                        parts.withAccount(parts.account()).replace(":" + type + "/", ":" + type + "-custom/"));
            });
        }
    }
}
