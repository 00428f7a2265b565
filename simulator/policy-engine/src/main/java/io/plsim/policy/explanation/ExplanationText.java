package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.Statement;
import io.plsim.policy.matching.Reason;
import java.util.List;
import java.util.Set;

/** Draws an explanation for a terminal: plain text, no longer lines than 96 columns where words allow it. */
public final class ExplanationText {
    private static final int SHOWN = 6;
    /** Reasons that say no more than the pattern beside the value does. */
    private static final Set<Reason> PLAIN = Set.of(
            Reason.ACTION_NOT_LISTED,
            Reason.RESOURCE_NOT_LISTED,
            Reason.SERVICE_NOT_LISTED,
            Reason.PRINCIPAL_OF_ANOTHER_ACCOUNT,
            Reason.CONDITION_FALSE);

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
        detail.choices().forEach(choice -> out.labelled("  choice    ", words(choice)));
        for (StatementDetail statement : detail.statements()) {
            out.blank();
            out.line("", heading(statement, explanation));
            statement.elements().forEach(this::element);
        }
        return out.text();
    }

    private static String words(Choice choice) {
        String would = "the outcome would be " + choice.otherOutcome().text();
        return choice.sentence()
                + (choice.name() == null
                        ? " Otherwise " + would + "; there is no switch for this."
                        : " In force is " + choice.name() + ": " + choice.chosen() + "; with " + choice.other() + " "
                                + would + ".");
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
        String mark = element.matches() ? "  yes  " : "  NO   ";
        String name = mark + "%-13s".formatted(element.element());
        String indent = " ".repeat(name.length());
        if (element.matches()) {
            out.labelled(name, element.sentence() + " [" + element.reason() + "]");
            return;
        }
        String policy = "policy   " + (element.test().isEmpty() ? "" : element.test() + " ");
        List<String> patterns = element.resolved().isEmpty() ? element.patterns() : element.resolved();
        out.labelled(name + "policy   ", policy.substring("policy   ".length()) + listed(element.patterns()));
        if (!element.resolved().isEmpty()) {
            out.labelled(indent + "reads    ", listed(patterns));
        }
        out.labelled(indent + "request  ", element.values().isEmpty() ? "(absent)" : listed(element.values()));
        out.labelled(
                indent + "because  ",
                (PLAIN.contains(element.reason()) ? "" : element.sentence() + " ") + "[" + element.reason() + "]");
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "(empty list)" : Listing.of(texts, SHOWN);
    }
}
