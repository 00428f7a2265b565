package io.plsim.server.console;

import io.plsim.policy.document.Readings;
import io.plsim.policy.lint.PolicyLinter;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.server.answer.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offline questions: evaluate one, and lint a policy. */
final class EvaluateRoutes {
    private final Evaluation evaluation;
    private final Set<String> bearerOnly;

    /** {@code bearerOnly} names the resources that take bearer tokens alone, as {@code runtime/ID} or {@code gateway/ID}. */
    EvaluateRoutes(Readings readings, Set<String> bearerOnly) {
        this.evaluation = new Evaluation(readings);
        this.bearerOnly = Set.copyOf(bearerOnly);
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute("POST", "/api/evaluate", this::evaluate),
                new ConsoleRoute("POST", "/api/lint", this::lint));
    }

    private Answer evaluate(ConsoleRequest request) {
        Evaluation.Result result = evaluation.of(request.text(), true);
        return ConsoleAnswers.json(result.decided() ? 200 : 400, result.json());
    }

    private Answer lint(ConsoleRequest request) {
        try {
            Map<String, String> members = RawMembers.of(request.text());
            for (String name : members.keySet()) {
                if (!name.equals("policy") && !name.equals("policyType")) {
                    throw new MalformedRequestException(
                            "there is no field \"" + name + "\"; send policy and policyType");
                }
            }
            return ConsoleAnswers.findings(
                    200, PolicyLinter.lint(Evaluation.policy(members), Evaluation.policyType(members), bearerOnly));
        } catch (MalformedRequestException malformed) {
            return ConsoleAnswers.message(400, malformed.getMessage() + ".");
        }
    }
}
