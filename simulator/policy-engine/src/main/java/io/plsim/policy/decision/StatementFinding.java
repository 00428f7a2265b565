package io.plsim.policy.decision;

import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import java.util.List;

/** What one statement says to one request, element by element. */
public record StatementFinding(Statement statement, List<ElementFinding> elements) {
    public StatementFinding {
        elements = List.copyOf(elements);
    }

    public boolean matches() {
        return elements.stream().allMatch(ElementFinding::matches);
    }

    /** The elements that keep the statement from matching. */
    public List<ElementFinding> misses() {
        return elements.stream().filter(element -> !element.matches()).toList();
    }
}
