package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.ArnText;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.KnownResourceType;
import java.util.List;
import java.util.Optional;

/** An AgentCore ARN of a resource type that does not exist. */
final class UnknownResourceType extends LintRule {
    UnknownResourceType() {
        super("UNKNOWN_RESOURCE_TYPE", Severity.WARNING, "AgentCore has no resource type like the one in the ARN.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        for (LintedResource resource : statement.resources()) {
            Optional<ArnText> arn = resource.agentCore();
            if (arn.isPresent() && resource.types().isEmpty()) {
                advise(resource, arn.get(), policy, advice);
            }
        }
    }

    private static void advise(LintedResource resource, ArnText arn, LintedPolicy policy, Advice advice) {
        List<String> heads = policy.reference().resourceTypes().stream()
                .map(KnownResourceType::head)
                .distinct()
                .toList();
        int slash = arn.resource().indexOf('/');
        String head = slash < 0 ? arn.resource() : arn.resource().substring(0, slash + 1);
        String message = Advice.quoted(arn.resource()) + " is no resource of AgentCore";
        if (heads.contains(head)) {
            advice.at(resource.value().place(), message + ": what follows " + head + " does not fit the type.");
            return;
        }
        Optional<String> nearest = policy.comparable() ? NearestName.of(head, heads) : Optional.empty();
        if (nearest.isPresent()) {
            String written = resource.value().text();
            String before =
                    written.substring(0, written.length() - arn.resource().length());
            advice.at(
                    resource.value().place(),
                    message + "; the nearest type is written " + nearest.get() + "ID.",
                    before + nearest.get() + arn.resource().substring(head.length()));
        } else {
            advice.at(resource.value().place(), message + ": there are " + String.join(", ", heads) + ".");
        }
    }
}
