package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import java.util.List;

/**
 * Everything a reader wants to see of an explanation, in words; the text and the JSON are both drawn from this.
 *
 * @param summary one or two sentences
 * @param hints one sentence for each usual mistake that was recognised
 * @param choices the readings of AWS's pages on which the outcome hangs
 */
public record ExplanationDetail(
        Explanation explanation,
        String summary,
        List<StatementDetail> statements,
        List<String> hints,
        List<Choice> choices) {

    /** Draws an explanation. */
    public static ExplanationDetail of(Explanation explanation) {
        return new ExplanationDetail(
                explanation,
                Summary.of(explanation),
                explanation.statements().stream()
                        .map(finding -> StatementDetail.of(explanation, finding))
                        .toList(),
                Hints.of(explanation),
                Choices.of(explanation));
    }
}
