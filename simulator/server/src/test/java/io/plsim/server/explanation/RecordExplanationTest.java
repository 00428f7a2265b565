package io.plsim.server.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.Principal;
import io.plsim.server.authentication.Caller;
import io.plsim.server.authentication.bearer.TokenRefusal;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Arrival;
import io.plsim.server.decisionlog.DecisionRecord.Asked;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.decisionlog.DecisionRecord.Result;
import io.plsim.server.decisionlog.Stage;
import io.plsim.server.operation.Resolution;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordExplanationTest {
    private static final Caller ALICE =
            new Caller(Caller.Kind.SIGV4, new Principal.IamUser("aws", "111122223333", "/", "alice"), Map.of());
    private static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/r1";
    private static final String INVOKE = "bedrock-agentcore:InvokeAgentRuntime";

    static Stream<String> reasons() {
        return Stream.concat(
                Stream.of(TokenRefusal.values()).map(Enum::name),
                Stream.of(Resolution.Reason.values()).map(Enum::name));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyNamedRefusalHasANextStepOfItsOwn(String reason) {
        assertThat(NextStep.of(reason, null)).isNotEqualTo(NextStep.of(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidSignatureException,,RECEIVED,its credentials were checked,sign again",
        "IncompleteSignatureException,,RECEIVED,its credentials were checked,lacks a part",
        "UnrecognizedClientException,,RECEIVED,its credentials were checked,below principals",
        "UnknownOperationException,UNKNOWN_OPERATION,AUTHENTICATED,its operation was looked up,the method and the path",
        "UnknownOperationException,CONTROL_PLANE_OPERATION,RECEIVED,its operation was looked up,bedrock-agentcore-control",
        "ValidationException,MALFORMED_REQUEST,AUTHENTICATED,its operation was looked up,as the message says",
        "UnauthorizedException,TOKEN_EXPIRED,RESOLVED,its caller was proven,a new token",
        "MissingAuthenticationTokenException,,RESOLVED,its caller was proven,neither a signature nor a token",
        "MalformedHttpRequestException,,RECEIVED,the HTTP request was read,the raw request",
        "RequestEntityTooLargeException,,AUTHENTICATED,the HTTP request was read,a smaller body",
        "InternalFailure,,FORWARDED,the HTTP request was read,a fault of plsim",
    })
    void aRefusalWithoutADecisionSaysInWhichStageAndWhatToDo(
            String error, @Nullable String reason, Stage stage, String during, String step) {
        JsonNode json = RecordExplanation.write(refused(error, reason, stage));
        assertThat(json.get("text").asText().replaceAll("\\s+", " ")).contains(during, step, "the message", error);
        assertThat(json.get("refusedWhile").asText()).isEqualTo(during);
        assertThat(json.get("nextStep").asText()).contains(step);
        assertThat(json.get("questions")).isEmpty();
        assertThat(json.get("outcome").isNull()).isTrue();
    }

    @Test
    void everyQuestionIsExplainedAndTheirNumberSaid() throws Exception {
        JsonNode json = RecordExplanation.write(judged(
                policy("\"" + RUNTIME + "\"", INVOKE),
                "InvokeAgentRuntime",
                question(INVOKE, RUNTIME),
                question(INVOKE + "ForUser", RUNTIME)));
        assertThat(json.get("questions")).hasSize(2);
        assertThat(json.get("questions").findValuesAsText("outcome")).containsExactly("allowed", "implicitDeny");
        assertThat(json.get("text").asText())
                .contains("2 questions", "Question 1 of 2", "Question 2 of 2", "Runtime-User-Id");
    }

    @ParameterizedTest
    @CsvSource({
        "InvokeAgentRuntime,InvokeAgentRuntime,runtime/r1,runtime/r1,runtimeEndpointToo",
        "InvokeCodeInterpreter,InvokeCodeInterpreter,code-interpreter-custom/c1,*,startSessionToo",
        "ListBrowserSessions,ListBrowserSessions,browser-custom/b1,browser-custom/b1,browserStreamsOnBrowser",
        "GetWorkloadAccessToken,GetWorkloadAccessToken,workload-identity-directory/default/workload-identity/w1,"
                + "workload-identity-directory/default/workload-identity/w1,identityParentsToo",
    })
    void aReadingOfTheQuestionsThatTheOutcomeHangsOnIsNamed(
            String operation, String action, String resource, String allowed, String name) throws Exception {
        String head = "arn:aws:bedrock-agentcore:us-east-1:111122223333:";
        JsonNode json = RecordExplanation.write(judged(
                policy("\"" + (allowed.equals("*") ? "*" : head + allowed) + "\"", "bedrock-agentcore:" + action),
                operation,
                question("bedrock-agentcore:" + action, head + resource)));
        assertThat(json.get("choices").findValuesAsText("switch")).containsExactly(name);
        assertThat(json.get("choices").findValuesAsText("otherOutcome")).containsExactly("implicitDeny");
        assertThat(json.get("text").asText()).contains(name);
    }

    @Test
    void nothingIsSaidOfReadingsThatChangeNothing() throws Exception {
        JsonNode json = RecordExplanation.write(
                judged(policy("\"*\"", "bedrock-agentcore:*"), "InvokeAgentRuntime", question(INVOKE, RUNTIME)));
        assertThat(json.get("choices")).isEmpty();
    }

    @Test
    void aTokenWhereTheModelKnowsOnlySignaturesHangsOnAReading() throws Exception {
        AuthorizationRequest question = new AuthorizationRequest(
                new Principal.OAuthCaller(), "bedrock-agentcore:ListEvents", RUNTIME, ContextKeys.NONE);
        PolicyEvaluator policy = policy("\"*\"", "bedrock-agentcore:*");
        JsonNode json = RecordExplanation.write(record(
                new Caller(Caller.Kind.OAUTH, new Principal.OAuthCaller(), Map.of()),
                "ListEvents",
                judgement(policy, question),
                new Result(200, null, null, Stage.ANSWERED, 1, null, null, null)));
        assertThat(json.get("choices").findValuesAsText("switch")).containsExactly("bearerOnEveryOperation");
    }

    private static AuthorizationRequest question(String action, String resource) {
        return new AuthorizationRequest(ALICE.principal(), action, resource, ContextKeys.NONE);
    }

    private static PolicyEvaluator policy(String resource, String action) throws Exception {
        return PolicyEvaluator.compile(
                PolicyReader.read("""
                        {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "%s", "Resource": %s}]}
                        """.formatted(action, resource), PolicyType.ENDPOINT), Readings.DEFAULT);
    }

    private static DecisionRecord judged(PolicyEvaluator policy, String operation, AuthorizationRequest... questions) {
        return record(
                ALICE,
                operation,
                judgement(policy, questions),
                new Result(200, null, null, Stage.ANSWERED, 1, null, null, null));
    }

    private static Judgement judgement(PolicyEvaluator policy, AuthorizationRequest... questions) {
        return new Judgement(
                1,
                "allowed",
                Stream.of(questions)
                        .map(question -> new Asked(question, policy.decide(question)))
                        .toList(),
                policy);
    }

    private static DecisionRecord refused(String error, @Nullable String reason, Stage stage) {
        return record(
                null, "InvokeAgentRuntime", null, new Result(403, error, reason, stage, 1, null, "the message", null));
    }

    private static DecisionRecord record(
            @Nullable Caller caller, String operation, @Nullable Judgement judgement, Result result) {
        return new DecisionRecord(
                "d-1",
                1,
                new Arrival(Instant.EPOCH, "r-1", "vpce-1", "POST", "/runtimes/r1/invocations"),
                caller,
                Caller.Kind.SIGV4,
                operation,
                judgement,
                result);
    }
}
