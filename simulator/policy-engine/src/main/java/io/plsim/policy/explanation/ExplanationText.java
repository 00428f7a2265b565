package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.matching.ElementFinding;

/** Draws an explanation for a terminal. */
public final class ExplanationText {
    private ExplanationText() {}

    public static String write(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(explanation.decision().outcome().text())
                .append("  ")
                .append(explanation.request().action())
                .append(" on ")
                .append(explanation.request().resource())
                .append('\n')
                .append(Summary.of(explanation))
                .append('\n');
        for (StatementFinding finding : explanation.statements()) {
            text.append(finding.matches() ? "  + " : "  - ")
                    .append(finding.statement().label())
                    .append(" (")
                    .append(finding.statement().effect().text())
                    .append(finding.matches() ? ", matches)\n" : ", does not match)\n");
            for (ElementFinding element : finding.elements()) {
                text.append(element.matches() ? "      yes  " : "      NO   ")
                        .append(element.element())
                        .append(": ")
                        .append(element.detail())
                        .append("  [")
                        .append(element.reason())
                        .append("]\n");
            }
        }
        return text.toString();
    }
}
