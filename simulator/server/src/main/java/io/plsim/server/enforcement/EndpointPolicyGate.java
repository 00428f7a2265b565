package io.plsim.server.enforcement;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks an endpoint's policy about every question of a request; all of them must be allowed. */
public final class EndpointPolicyGate {
    private final ContextKeyCollector collector;

    public EndpointPolicyGate(ContextKeyCollector collector) {
        this.collector = collector;
    }

    /** One question and its answer. */
    public record Asked(AuthorizationRequest question, Decision decision) {}

    /** What the policy says to a request: every answer, and the first question that is not allowed. */
    public record Verdict(AttachedPolicy policy, List<Asked> answers, Optional<Asked> blockedBy) {
        public Verdict {
            answers = List.copyOf(answers);
        }

        /** Whether there was something to ask and all of it was allowed; without a question nothing is. */
        public boolean permitted() {
            return !answers.isEmpty() && blockedBy.isEmpty();
        }
    }

    /** Asks one policy revision, from the first question to the last. */
    public Verdict ask(VpcEndpoint endpoint, InboundRequest request, Caller caller, List<Question> questions) {
        AttachedPolicy policy = endpoint.policy();
        Instant now = collector.now();
        List<Asked> answers = new ArrayList<>(questions.size());
        for (Question question : questions) {
            AuthorizationRequest asked = new AuthorizationRequest(
                    caller.principal(),
                    question.action(),
                    question.resource(),
                    collector.collect(endpoint, request, caller, question, now));
            answers.add(new Asked(asked, policy.evaluator().decide(asked)));
        }
        Optional<Asked> blocked =
                answers.stream().filter(answer -> !answer.decision().allowed()).findFirst();
        return new Verdict(policy, answers, blocked);
    }

    /** The denial in AWS's words (IAM User Guide, "Troubleshoot access denied error messages"). */
    public static Refusal denial(Caller caller, Asked blocked) {
        String action = blocked.question().action();
        String why = blocked.decision().outcome() == Outcome.EXPLICIT_DENY
                ? " with an explicit deny in a VPC endpoint policy"
                : " because no VPC endpoint policy allows the " + action + " action";
        return Refusal.of(
                AwsError.ACCESS_DENIED,
                "User: " + caller.printedName() + " is not authorized to perform: " + action + " on resource: "
                        + blocked.question().resource() + why);
    }
}
