package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.Statement;

/** Draws an explanation for a terminal: plain text, no longer lines than 96 columns where words allow it. */
public final class ExplanationText {
    private final Columns out = new Columns();

    private ExplanationText() {}

    public static String write(Explanation explanation) {
        return new ExplanationText().text(ExplanationDetail.of(explanation));
    }

    private String text(ExplanationDetail detail) {
        Explanation explanation = detail.explanation();
        out.line("", explanation.decision().outcome().text() + ": " + detail.summary());
        out.blank();
        out.labelled("  caller    ", CallerName.of(explanation.request().principal()));
        out.labelled("  action    ", explanation.request().action());
        out.labelled("  resource  ", explanation.request().resource());
        if (!detail.hints().isEmpty() || !detail.choices().isEmpty()) {
            out.blank();
        }
        detail.hints().forEach(hint -> out.labelled("  hint      ", hint));
        detail.choices().forEach(choice -> out.labelled("  choice    ", choice.words()));
        for (StatementDetail statement : detail.statements()) {
            out.blank();
            out.line("", heading(statement, explanation));
            statement.elements().forEach(this::element);
        }
        return out.text();
    }

    private static String heading(StatementDetail detail, Explanation explanation) {
        Statement statement = detail.statement();
        boolean decides = explanation.decision().decidedBy().contains(statement.index());
        boolean nearest = explanation
                .nearest()
                .filter(finding -> finding.statement().index() == statement.index())
                .isPresent();
        String sid = statement.sid() == null || statement.sid().text().isEmpty()
                ? ""
                : " \"" + statement.sid().text() + "\"";
        return "Statement " + (statement.index() + 1) + sid + " ("
                + statement.effect().text() + ") " + (detail.matches() ? "matches" : "does not match")
                + (decides ? "; it decides" : nearest ? "; it is the nearest" : "");
    }

    private void element(ElementDetail element) {
        String name = (element.matches() ? "  yes  " : "  NO   ") + "%-13s".formatted(element.element());
        String why = element.sentence() + " [" + element.reason() + "]";
        if (element.matches()) {
            boolean condition = !element.test().isEmpty() && !element.values().isEmpty();
            out.labelled(
                    name,
                    element.policy()
                            + (element.reads().isEmpty() ? "" : ", which reads " + element.reads())
                            + (condition ? "; the request has " + element.request() : "")
                            + ": " + why);
            return;
        }
        String indent = " ".repeat(name.length());
        out.labelled(name + "policy   ", element.policy());
        if (!element.reads().isEmpty()) {
            out.labelled(indent + "reads    ", element.reads());
        }
        out.labelled(indent + "request  ", element.request());
        out.labelled(indent + "because  ", why);
    }
}
