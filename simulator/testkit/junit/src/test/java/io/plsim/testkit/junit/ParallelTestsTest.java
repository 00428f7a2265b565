package io.plsim.testkit.junit;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Fifty tests at once, each with a policy of its own: none sees another's decisions. */
class ParallelTestsTest {
    private static final int TESTS = 50;

    @Test
    void fiftyParallelTestsWithDifferentPoliciesNeverSeeEachOthersDecisions() {
        Fifty.allRun = new CountDownLatch(TESTS);
        EngineExecutionResults results = InnerTests.run(
                Fifty.class,
                "junit.jupiter.execution.parallel.enabled=true",
                "junit.jupiter.execution.parallel.mode.default=concurrent",
                "junit.jupiter.execution.parallel.config.strategy=fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism=" + TESTS);
        results.testEvents().assertStatistics(stats -> stats.started(TESTS).succeeded(TESTS));
    }

    static class Fifty {
        static CountDownLatch allRun = new CountDownLatch(TESTS);

        @RepeatedTest(TESTS)
        @PrivateLinkEndpoint
        void oneOfFifty(RepetitionInfo repetition, PrivateLinkSimulator simulator, Decisions decisions)
                throws Exception {
            int mine = repetition.getCurrentRepetition();
            allRun.countDown();
            assertThat(allRun.await(120, TimeUnit.SECONDS))
                    .as("all fifty run at the same time")
                    .isTrue();
            simulator.attachPolicy("""
                    {"Statement": [{"Sid": "Only%1$d", "Effect": "Allow", "Principal": "*", "Action": "*",
                      "Resource": "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/agent-%1$d"}]}""".formatted(mine));
            for (int agent = 1; agent <= TESTS; agent++) {
                assertThat(Agent.invokeWithToken(simulator, "agent-" + agent)).isEqualTo(agent == mine ? 200 : 403);
            }
            assertThat(decisions).hasSize(TESTS);
            assertThat(decisions).denied("InvokeAgentRuntime").times(TESTS - 1).nearestStatement("Only" + mine);
            assertThat(decisions).allowed("InvokeAgentRuntime").times(1).on("runtime/agent-" + mine);
        }
    }
}
