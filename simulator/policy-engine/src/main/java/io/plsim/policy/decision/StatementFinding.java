package io.plsim.policy.decision;

import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.ElementFinding;
import java.util.List;

/** What one statement says to one request, element by element. */
public record StatementFinding(Statement statement, List<ElementFinding> elements) {

    public boolean matches() {
        for (ElementFinding element : elements) {
            if (!element.matches()) {
                return false;
            }
        }
        return true;
    }

    /** The elements that keep the statement from matching. */
    public List<ElementFinding> misses() {
        return elements.stream().filter(element -> !element.matches()).toList();
    }
}
