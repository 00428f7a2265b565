package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedAction;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.reference.KnownAction;

/** An allowed action that never crosses a data-plane or gateway endpoint. */
final class ControlPlaneAction extends LintRule {
    ControlPlaneAction() {
        super(
                "CONTROL_PLANE_ACTION",
                Severity.WARNING,
                "An action belongs to the control plane, whose requests do not cross this endpoint.");
    }

    @Override
    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {
        if (!isEndpoint(policy)
                || !statement.allows()
                || statement.statement().action().inverted()) {
            return;
        }
        for (LintedAction action : statement.actions()) {
            boolean control = !action.known().isEmpty()
                    && action.known().stream().allMatch(known -> known.plane() == KnownAction.Plane.CONTROL);
            if (control) {
                advice.at(
                        action.value().place(),
                        Advice.quoted(action.value().text())
                                + " is a control-plane operation: it is sent to bedrock-agentcore-control and never"
                                + " crosses a data-plane or gateway endpoint, so allowing it here does nothing.");
            }
        }
    }
}
