package io.plsim.policy.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.Effect;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine against its slow twin, on policies that nearly match. A failure names the seed that makes the case again. */
class TwinTest {
    private static final int CASES = Integer.getInteger("plsim.twin.cases", 40_000);
    private static final long FIRST_SEED = Long.getLong("plsim.twin.seed", 1);

    @Test
    void theEngineDecidesAsItsSlowTwinDoesAndExplainsAsItDecides() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int refused = 0;
        int nearly = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            NearCase one = NearCase.of(seed);
            PolicyEvaluator engine;
            try {
                engine =
                        PolicyEvaluator.compile(PolicyReader.read(one.policy().toString(), one.type()), one.readings());
            } catch (InvalidPolicyException notStored) {
                // Endpoint policies have write rules of their own (rule 12), and long ones are too long (rule 2).
                refused++;
                continue;
            }
            Decision decision = engine.decide(one.request());
            assertThat(decision)
                    .as("engine and twin, %s", one)
                    .isEqualTo(new SlowTwin(one.policy(), one.type(), one.readings()).decide(one.request()));
            nearly += agrees(one, decision, engine.explain(one.request())) ? 1 : 0;
            outcomes.merge(decision.outcome(), 1, Integer::sum);
        }
        System.out.printf(
                "TwinTest: %,d cases from seed %d: %s, %,d with a statement missed by one element alone, %,d not stored%n",
                CASES, FIRST_SEED, outcomes, nearly, refused);
        for (Outcome outcome : Outcome.values()) {
            assertThat(outcomes.get(outcome))
                    .as("a generator that hardly ever says %s", outcome)
                    .isGreaterThan(CASES / 10);
        }
        assertThat(nearly).as("cases that nearly match").isGreaterThan(CASES / 4);
        assertThat(refused).as("policies that are not stored").isLessThan(CASES / 4);
    }

    /** Checks that an explanation says what the decision says; true when a statement was missed by one element. */
    private static boolean agrees(NearCase one, Decision decision, Explanation explanation) {
        assertThat(explanation.decision()).as("decide and explain, %s", one).isEqualTo(decision);
        Effect deciding = decision.outcome() == Outcome.EXPLICIT_DENY ? Effect.DENY : Effect.ALLOW;
        List<Integer> matching = explanation.statements().stream()
                .filter(StatementFinding::matches)
                .filter(finding -> finding.statement().effect() == deciding)
                .map(finding -> finding.statement().index())
                .toList();
        assertThat(matching).as("findings and decision, %s", one).isEqualTo(decision.decidedBy());
        return explanation.statements().stream()
                .anyMatch(finding -> finding.misses().size() == 1);
    }
}
