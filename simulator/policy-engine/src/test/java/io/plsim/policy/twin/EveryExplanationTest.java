package io.plsim.policy.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.explanation.ExplanationText;
import io.plsim.policy.matching.ElementFinding;
import io.plsim.policy.matching.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Explanations of policies that nearly match their question: whatever comes up can be put into words. */
class EveryExplanationTest {
    private static final long SEEDS = 1L << 41;
    private static final int CASES = 6_000;

    @Test
    void everyExplanationCanBeWrittenAndIsTrueToItsDecision() {
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        for (int i = 0; i < CASES; i++) {
            NearCase one = NearCase.of(SEEDS + i);
            explain(one).ifPresent(explanation -> check(one, explanation, seen));
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static Optional<Explanation> explain(NearCase one) {
        try {
            return Optional.of(
                    PolicyEvaluator.compile(PolicyReader.read(one.policy().toString(), one.type()), one.readings())
                            .explain(one.request()));
        } catch (InvalidPolicyException notStored) {
            return Optional.empty();
        }
    }

    private static void check(NearCase one, Explanation explanation, Set<Reason> seen) {
        String outcome = explanation.decision().outcome().text();
        String text = ExplanationText.write(explanation);
        JsonNode json = ExplanationJson.write(explanation, true);
        assertThat(text).as(one.toString()).startsWith(outcome + ": ").doesNotContain("null");
        assertThat(json.get("summary").asText()).isNotBlank();
        json.get("choices")
                .forEach(choice -> assertThat(choice.get("otherOutcome").asText())
                        .as(one.toString())
                        .isNotEqualTo(outcome));
        explanation
                .statements()
                .forEach(statement -> statement.elements().forEach(finding -> {
                    seen.add(finding.reason());
                    assertThat(text).contains("[" + finding.reason() + "]");
                }));
        boolean someAllow = explanation.statements().stream()
                .anyMatch(statement -> statement.statement().effect() == Effect.ALLOW);
        assertThat(explanation.nearest().isPresent())
                .as(one.toString())
                .isEqualTo(explanation.decision().outcome() == Outcome.IMPLICIT_DENY && someAllow);
        explanation
                .nearest()
                .ifPresent(nearest -> assertThat(explanation.statements())
                        .filteredOn(statement -> statement.statement().effect() == Effect.ALLOW)
                        .as(one.toString())
                        .allMatch(statement -> misses(statement.elements()) >= misses(nearest.elements())));
    }

    private static long misses(Iterable<ElementFinding> elements) {
        long misses = 0;
        for (ElementFinding element : elements) {
            misses += element.matches() ? 0 : 1;
        }
        return misses;
    }
}
