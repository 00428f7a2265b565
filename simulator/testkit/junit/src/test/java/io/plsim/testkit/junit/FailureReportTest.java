package io.plsim.testkit.junit;

import static io.plsim.testkit.decisions.DecisionAssertions.assertThat;
import static io.plsim.testkit.decisions.DecisionAssertions.explicitDeny;
import static io.plsim.testkit.decisions.SimulatedPrincipal.ALICE;
import static io.plsim.testkit.decisions.SimulatedPrincipal.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.testkit.decisions.Decisions;
import io.plsim.testkit.decisions.PrivateLinkSimulator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody reads whose test fails. */
class FailureReportTest {
    @Test
    void aFailedTestCarriesItsDecisionsAndWhyEachDenialWasOne() {
        String report = InnerTests.failureOf(Failing.class, "expectsSuccess(" + PARAMETERS + ")");
        assertThat(report)
                .contains("Suppressed:")
                .contains("InvokeAgentRuntime allowed (HTTP 200) for arn:aws:iam::111122223333:user/alice")
                .contains("InvokeAgentRuntime implicitDeny (HTTP 403) for arn:aws:iam::111122223333:user/bob")
                .contains("The nearest is statement \"AllowAlice\"")
                .contains("NO   Principal    policy   \"arn:aws:iam::111122223333:user/alice\"")
                .contains("[OTHER_PRINCIPAL_OF_THE_ACCOUNT]");
    }

    @Test
    void aDenialThatNoAssertionLookedAtFailsTheTestThatAsksForIt() {
        assertThat(InnerTests.failureOf(Failing.class, "deniesUnnoticed(" + PARAMETERS + ")"))
                .contains("The endpoint policy denied what no assertion of this test looked at:")
                .contains("The nearest is statement \"AllowAlice\"");
    }

    @Test
    void anAssertionOnDecisionsFailsWithTheExplanation() {
        assertThat(InnerTests.failureOf(Failing.class, "assertsTheWrongDenial(" + PARAMETERS + ")"))
                .contains("Expecting a denial of InvokeAgentRuntime by explicitDeny but found only:")
                .contains("The nearest is statement \"AllowAlice\"");
    }

    @Test
    void aPolicyErrorNamesFileLineAndFixWithoutAStackTraceOfOurs() {
        for (Class<?> tests : new Class<?>[] {BadPolicy.class, BadPolicyInAField.class}) {
            assertThat(InnerTests.failureOf(tests, "neverRuns()"))
                    .contains("classpath:policies/doubled-colon.json:6:16: MALFORMED_ARN at /Statement/0/Principal/AWS")
                    .contains("Fix: arn:aws:iam::111122223333:root")
                    .doesNotContain("\tat io.plsim");
        }
    }

    @Test
    void aPolicyErrorInATestNamesThePlaceToo() {
        assertThat(InnerTests.failureOf(Failing.class, "attachesABadPolicy(" + PARAMETERS + ")"))
                .contains("policy:1:")
                .contains("Statement");
    }

    @Test
    void aSourceThatIsNotThereSaysWhereToPutIt() {
        assertThat(InnerTests.failureOf(MissingPolicy.class, "neverRuns()"))
                .contains("classpath:nowhere.json is not there; put the file below src/test/resources")
                .doesNotContain("\tat io.plsim");
    }

    @Test
    void twoTestsAtOnceOnOneSimulatorAreRefusedInsteadOfMixed() {
        InnerTests.run(
                        Overlapping.class,
                        "junit.jupiter.execution.parallel.enabled=true",
                        "junit.jupiter.execution.parallel.mode.default=concurrent",
                        "junit.jupiter.execution.parallel.config.strategy=fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism=2")
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1).failed(1));
    }

    private static final String PARAMETERS =
            "io.plsim.testkit.decisions.PrivateLinkSimulator, io.plsim.testkit.decisions.Decisions";

    @PrivateLinkEndpoint(policy = "classpath:policies/alice-only.json", failOnUnexpectedDenial = true)
    static class Failing {
        @Test
        void expectsSuccess(PrivateLinkSimulator simulator, Decisions decisions) {
            Agent.invoke(simulator, ALICE, "myAgent");
            assertThat(Agent.invoke(simulator, BOB, "myAgent")).isEqualTo(200);
        }

        @Test
        void deniesUnnoticed(PrivateLinkSimulator simulator, Decisions decisions) {
            Agent.invoke(simulator, BOB, "myAgent");
        }

        @Test
        void assertsTheWrongDenial(PrivateLinkSimulator simulator, Decisions decisions) {
            Agent.invoke(simulator, BOB, "myAgent");
            assertThat(decisions).denied("InvokeAgentRuntime").by(explicitDeny());
        }

        @Test
        void attachesABadPolicy(PrivateLinkSimulator simulator, Decisions decisions) {
            simulator.attachPolicy("{\"Statement\": [{\"Effect\": \"Perhaps\"}]}");
        }
    }

    @PrivateLinkEndpoint(policy = "classpath:policies/doubled-colon.json")
    static class BadPolicy {
        @Test
        void neverRuns() {}
    }

    static class BadPolicyInAField {
        @RegisterExtension
        final PrivateLinkSimulatorExtension simulator = PrivateLinkSimulatorExtension.builder()
                .policy("classpath:policies/doubled-colon.json")
                .build();

        @Test
        void neverRuns() {}
    }

    @PrivateLinkEndpoint(policy = "classpath:nowhere.json")
    static class MissingPolicy {
        @Test
        void neverRuns() {}
    }

    static class Overlapping {
        private static final CountDownLatch OTHER_HAS_FAILED = new CountDownLatch(1);

        @RegisterExtension
        static final PrivateLinkSimulatorExtension SHARED = PrivateLinkSimulatorExtension.create();

        @Test
        void one() throws InterruptedException {
            OTHER_HAS_FAILED.await(5, TimeUnit.SECONDS);
        }

        @Test
        void two() throws InterruptedException {
            OTHER_HAS_FAILED.await(5, TimeUnit.SECONDS);
        }
    }
}
