package io.plsim.server.enforcement;

import static io.plsim.server.enforcement.Sample.ALICE;
import static io.plsim.server.enforcement.Sample.ENDPOINT;
import static io.plsim.server.enforcement.Sample.NOW;
import static io.plsim.server.enforcement.Sample.OAUTH;
import static io.plsim.server.enforcement.Sample.RUNTIME;
import static io.plsim.server.enforcement.Sample.question;
import static io.plsim.server.enforcement.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.enforcement.GateResult.Blocked;
import io.plsim.server.enforcement.GateResult.Permitted;
import io.plsim.server.operation.Operation;
import io.plsim.server.operation.Question;
import io.plsim.server.operation.Resolution.Resolved;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EndpointPolicyGateTest {
    private static final Operation OPERATION = new Operation(
            "InvokeAgentRuntime",
            "Runtime",
            200,
            Operation.ResourceKind.RUNTIME,
            Operation.CredentialRule.SIGV4_OR_BEARER);
    private static final Question INVOKE = question("InvokeAgentRuntime", RUNTIME);
    private static final Question FOR_USER = question("InvokeAgentRuntimeForUser", RUNTIME);

    private final EndpointPolicyGate gate = new EndpointPolicyGate(
            new ContextKeyCollector(ENDPOINT, null, true, ResourceTags.NONE), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<AuthorizationRequest> asked = new ArrayList<>();

    @Test
    void aRequestPassesWhenEveryQuestionIsAllowed() {
        GateResult result = ask(ALICE, List.of(INVOKE, FOR_USER), action -> Outcome.ALLOWED);
        assertThat(result).isInstanceOf(Permitted.class);
        assertThat(result.decisions()).hasSize(2);
        assertThat(asked).extracting(AuthorizationRequest::action).containsExactly(INVOKE.action(), FOR_USER.action());
        assertThat(asked).allSatisfy(request -> {
            assertThat(request.principal()).isEqualTo(ALICE.principal());
            assertThat(request.context().get("aws:SourceVpce")).containsExactly(ENDPOINT.id());
        });
    }

    @Test
    void oneQuestionThatIsNotAllowedBlocksAndEveryAnswerIsKept() {
        Blocked blocked = (Blocked) ask(
                ALICE,
                List.of(INVOKE, FOR_USER),
                action -> action.endsWith("ForUser") ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED);
        assertThat(blocked.decisions())
                .extracting(a -> a.decision().outcome())
                .containsExactly(Outcome.ALLOWED, Outcome.IMPLICIT_DENY);
        assertThat(blocked.deciding().map(a -> a.request().action())).contains(FOR_USER.action());
    }

    @Test
    void theFirstQuestionThatIsNotAllowedIsReportedEvenBeforeAnExplicitDeny() {
        Blocked blocked = (Blocked) ask(
                ALICE,
                List.of(INVOKE, FOR_USER),
                action -> action.endsWith("ForUser") ? Outcome.EXPLICIT_DENY : Outcome.IMPLICIT_DENY);
        assertThat(blocked.deciding().map(a -> a.request().action())).contains(INVOKE.action());
    }

    @Test
    void anImplicitDenialIsWordedAsAwsWordsIt() {
        Blocked blocked = (Blocked) ask(ALICE, List.of(INVOKE), action -> Outcome.IMPLICIT_DENY);
        assertThat(blocked.refusal().error()).isEqualTo(AwsError.ACCESS_DENIED);
        assertThat(blocked.refusal().status()).isEqualTo(403);
        assertThat(blocked.refusal().message())
                .isEqualTo("User: arn:aws:iam::111122223333:user/alice is not authorized to perform: "
                        + "bedrock-agentcore:InvokeAgentRuntime on resource: "
                        + "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1 "
                        + "because no VPC endpoint policy allows the bedrock-agentcore:InvokeAgentRuntime action");
    }

    @Test
    void anExplicitDenialIsWordedAsAwsWordsItAndABearerCallerIsAnonymous() {
        for (Caller caller : List.of(OAUTH, Caller.UNSIGNED)) {
            Blocked blocked = (Blocked) ask(caller, List.of(INVOKE), action -> Outcome.EXPLICIT_DENY);
            assertThat(blocked.refusal().message())
                    .isEqualTo("User: anonymous is not authorized to perform: "
                            + "bedrock-agentcore:InvokeAgentRuntime on resource: "
                            + "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/customAgent1 "
                            + "with an explicit deny in a VPC endpoint policy");
        }
    }

    @Test
    void aRequestWithoutAQuestionIsRefusedAndNotDressedAsAccessDenied() {
        Blocked blocked = (Blocked) ask(ALICE, List.of(), action -> Outcome.ALLOWED);
        assertThat(blocked.deciding()).isEmpty();
        assertThat(blocked.refusal().error()).isEqualTo(AwsError.VALIDATION);
    }

    @Test
    void anOperationThatIsNotJudgedPassesWithoutAsking() {
        Resolved metadata = new Resolved(OPERATION, Map.of(), Map.of(), Optional.empty(), List.of(), false);
        GateResult result = gate.ask(this::unreachable, request(), Caller.UNSIGNED, metadata);
        assertThat(result).isEqualTo(new Permitted(List.of()));
    }

    @Test
    void aPolicyThatCannotAnswerNeverAllows() {
        Resolved resolved = new Resolved(OPERATION, Map.of(), Map.of(), Optional.empty(), List.of(INVOKE));
        assertThatThrownBy(() -> gate.ask(this::unreachable, request(), ALICE, resolved))
                .isInstanceOf(IllegalStateException.class);
    }

    private GateResult ask(Caller caller, List<Question> questions, Function<String, Outcome> policy) {
        Resolved resolved = new Resolved(OPERATION, Map.of(), Map.of(), Optional.empty(), questions);
        return gate.ask(
                request -> {
                    asked.add(request);
                    return new Decision(policy.apply(request.action()), List.of());
                },
                request(),
                caller,
                resolved);
    }

    private Decision unreachable(AuthorizationRequest request) {
        throw new IllegalStateException("asked about " + request.action());
    }
}
