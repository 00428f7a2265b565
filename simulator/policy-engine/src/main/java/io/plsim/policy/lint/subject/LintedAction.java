package io.plsim.policy.lint.subject;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.reference.KnownAction;
import java.util.List;

/**
 * One value of Action or NotAction.
 *
 * @param prefix the service prefix in lower case; empty when there is no colon
 * @param name what stands after the colon; the whole text when there is none
 * @param known the AgentCore actions that it covers
 */
public record LintedAction(PlacedText value, String prefix, String name, List<KnownAction> known) {
    public LintedAction {
        known = List.copyOf(known);
    }

    public boolean everything() {
        return value.text().equals("*");
    }

    public boolean wild() {
        return ArnText.open(name);
    }
}
