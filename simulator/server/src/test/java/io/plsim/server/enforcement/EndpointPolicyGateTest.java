package io.plsim.server.enforcement;

import static io.plsim.server.enforcement.Sample.ALICE;
import static io.plsim.server.enforcement.Sample.NOW;
import static io.plsim.server.enforcement.Sample.OAUTH;
import static io.plsim.server.enforcement.Sample.RUNTIME;
import static io.plsim.server.enforcement.Sample.question;
import static io.plsim.server.enforcement.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.policy.decision.Outcome;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.enforcement.EndpointPolicyGate.Verdict;
import io.plsim.server.operation.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointPolicyGateTest {
    private static final Question INVOKE = question("InvokeAgentRuntime", RUNTIME);
    private static final Question FOR_USER = question("InvokeAgentRuntimeForUser", RUNTIME);
    private static final String ALLOW_INVOKE = statement("Allow", "bedrock-agentcore:InvokeAgentRuntime");
    private static final String ALLOW_FOR_USER = statement("Allow", "bedrock-agentcore:InvokeAgentRuntimeForUser");
    private static final String DENY_FOR_USER = statement("Deny", "bedrock-agentcore:InvokeAgentRuntimeForUser");
    private static final String DENY_INVOKE = statement("Deny", "bedrock-agentcore:InvokeAgentRuntime");

    private final VpcEndpoint endpoint = Sample.endpoint();

    @Test
    void aRequestPassesWhenEveryQuestionIsAllowed() throws InvalidPolicyException {
        Verdict verdict = ask(ALICE, List.of(INVOKE, FOR_USER), ALLOW_INVOKE, ALLOW_FOR_USER);
        assertThat(verdict.permitted()).isTrue();
        assertThat(verdict.answers())
                .extracting(a -> a.question().action())
                .containsExactly(INVOKE.action(), FOR_USER.action());
    }

    @Test
    void oneQuestionThatIsNotAllowedBlocksAndEveryAnswerIsKept() throws InvalidPolicyException {
        Verdict verdict = ask(ALICE, List.of(INVOKE, FOR_USER), ALLOW_INVOKE);
        assertThat(verdict.permitted()).isFalse();
        assertThat(verdict.answers())
                .extracting(a -> a.decision().outcome())
                .containsExactly(Outcome.ALLOWED, Outcome.IMPLICIT_DENY);
        assertThat(verdict.blockedBy().map(a -> a.question().action())).contains(FOR_USER.action());
    }

    @Test
    void aQuestionAfterOneThatIsNotAllowedIsStillAsked() throws InvalidPolicyException {
        Verdict verdict = ask(ALICE, List.of(INVOKE, FOR_USER), ALLOW_FOR_USER);
        assertThat(verdict.answers())
                .extracting(a -> a.decision().outcome())
                .containsExactly(Outcome.IMPLICIT_DENY, Outcome.ALLOWED);
    }

    @Test
    void theFirstQuestionThatIsNotAllowedIsReportedEvenBeforeAnExplicitDeny() throws InvalidPolicyException {
        Verdict verdict = ask(ALICE, List.of(INVOKE, FOR_USER), DENY_FOR_USER);
        assertThat(verdict.blockedBy().map(a -> a.question().action())).contains(INVOKE.action());
    }

    @Test
    void anImplicitDenialIsWordedAsAwsWordsIt() throws InvalidPolicyException {
        Refusal refusal = denial(ALICE, ALLOW_FOR_USER);
        assertThat(refusal.error()).isEqualTo(AwsError.ACCESS_DENIED);
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.message())
                .isEqualTo("User: arn:aws:iam::111122223333:user/alice is not authorized to perform: "
                        + "bedrock-agentcore:InvokeAgentRuntime on resource: "
                        + "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1 "
                        + "because no VPC endpoint policy allows the bedrock-agentcore:InvokeAgentRuntime action");
    }

    @Test
    void anExplicitDenialIsWordedAsAwsWordsItAndACallerWithoutArnIsAnonymous() throws InvalidPolicyException {
        for (Caller caller : List.of(OAUTH, Caller.UNSIGNED)) {
            assertThat(denial(caller, ALLOW_INVOKE, DENY_INVOKE).message())
                    .isEqualTo("User: anonymous is not authorized to perform: "
                            + "bedrock-agentcore:InvokeAgentRuntime on resource: "
                            + "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1 "
                            + "with an explicit deny in a VPC endpoint policy");
        }
    }

    @Test
    void withoutAQuestionNothingIsPermittedEvenUnderFullAccess() {
        Verdict verdict = gate(Clock.fixed(NOW, ZoneOffset.UTC)).ask(endpoint, request(), ALICE, List.of());
        assertThat(verdict.permitted()).isFalse();
    }

    @Test
    void allQuestionsOfARequestAreAskedAtTheSameMoment() {
        Verdict verdict = gate(new Ticking()).ask(endpoint, request(), ALICE, List.of(INVOKE, FOR_USER));
        assertThat(verdict.answers())
                .extracting(a -> a.question().context().get("aws:EpochTime"))
                .containsExactly(List.of("1795435201"), List.of("1795435201"));
    }

    private Refusal denial(Caller caller, String... statements) throws InvalidPolicyException {
        return EndpointPolicyGate.denial(
                caller, ask(caller, List.of(INVOKE), statements).blockedBy().orElseThrow());
    }

    private Verdict ask(Caller caller, List<Question> questions, String... statements) throws InvalidPolicyException {
        endpoint.attach("{\"Statement\":[" + String.join(",", statements) + "]}", "test");
        return gate(Clock.fixed(NOW, ZoneOffset.UTC)).ask(endpoint, request(), caller, questions);
    }

    private static EndpointPolicyGate gate(Clock clock) {
        return new EndpointPolicyGate(new ContextKeyCollector(clock, null, OAuthPrincipalKeys.ABSENT, arn -> Map.of()));
    }

    private static String statement(String effect, String action) {
        return "{\"Effect\":\"" + effect + "\",\"Principal\":\"*\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}";
    }

    /** A clock that goes on by a second whenever somebody looks. */
    private static final class Ticking extends Clock {
        private Instant last = NOW;

        @Override
        public Instant instant() {
            last = last.plus(Duration.ofSeconds(1));
            return last;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
