package io.plsim.server.enforcement;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Question;
import io.plsim.server.operation.Resolution.Resolved;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks one policy revision every question of a request. All must be allowed; the client is told about the first that is
 * not, as AWS reports the first authorization that fails. Without a question nothing is allowed.
 */
public final class EndpointPolicyGate {
    private static final Refusal NOTHING_TO_ASK =
            Refusal.of(AwsError.VALIDATION, "The request names nothing that could be authorized");

    private final ContextKeyCollector collector;
    private final Clock clock;

    public EndpointPolicyGate(ContextKeyCollector collector, Clock clock) {
        this.collector = collector;
        this.clock = clock;
    }

    /** Asks everything of one revision; the mode of the endpoint is not looked at here. */
    public GateResult ask(AttachedPolicy policy, InboundRequest request, Caller caller, Resolved resolved) {
        return ask(policy.evaluator()::decide, request, caller, resolved);
    }

    GateResult ask(
            Function<AuthorizationRequest, Decision> policy, InboundRequest request, Caller caller, Resolved resolved) {
        if (!resolved.judged()) {
            return new GateResult.Permitted(List.of());
        }
        Instant now = clock.instant();
        List<AnsweredQuestion> answers = new ArrayList<>(resolved.questions().size());
        for (Question question : resolved.questions()) {
            AuthorizationRequest asked = new AuthorizationRequest(
                    caller.principal(),
                    question.action(),
                    question.resource(),
                    collector.collect(request, caller, question, now));
            answers.add(new AnsweredQuestion(asked, policy.apply(asked)));
        }
        if (answers.isEmpty()) {
            return new GateResult.Blocked(answers, Optional.empty(), NOTHING_TO_ASK);
        }
        for (AnsweredQuestion answer : answers) {
            if (!answer.decision().allowed()) {
                return new GateResult.Blocked(answers, Optional.of(answer), denial(caller, answer));
            }
        }
        return new GateResult.Permitted(answers);
    }

    /** The two texts of https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
    private static Refusal denial(Caller caller, AnsweredQuestion answer) {
        String action = answer.request().action();
        String because = answer.decision().outcome() == Outcome.EXPLICIT_DENY
                ? "with an explicit deny in a VPC endpoint policy"
                : "because no VPC endpoint policy allows the " + action + " action";
        return Refusal.of(
                AwsError.ACCESS_DENIED,
                "User: " + caller.printedName() + " is not authorized to perform: " + action + " on resource: "
                        + answer.request().resource() + " " + because);
    }
}
