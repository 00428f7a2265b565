package io.plsim.server.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.explanation.ExplanationText;
import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Diagnosis;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.decisionlog.RecordJson;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reading and clearing the decision log. */
final class DecisionRoutes {
    private static final int DEFAULT_LIMIT = 100;

    private final DecisionLog log;

    DecisionRoutes(DecisionLog log) {
        this.log = log;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                new ConsoleRoute("GET", "/api/decisions", this::list),
                new ConsoleRoute("DELETE", "/api/decisions", request -> {
                    log.clear();
                    return ConsoleAnswers.json(200, JsonNodeFactory.instance.objectNode());
                }),
                new ConsoleRoute("GET", "/api/decisions/{id}", request -> find(request, this::record)),
                new ConsoleRoute("GET", "/api/decisions/{id}/explanation", request -> find(request, this::explain)));
    }

    private Answer list(ConsoleRequest request) {
        int limit;
        try {
            limit = request.query("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
        } catch (NumberFormatException noNumber) {
            return ConsoleAnswers.message(400, "limit must be a whole number.");
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        log.newest(limit, wanted(request)).forEach(record -> json.add(RecordJson.write(record)));
        return ConsoleAnswers.json(200, json);
    }

    private static Predicate<DecisionRecord> wanted(ConsoleRequest request) {
        Predicate<DecisionRecord> wanted = record -> true;
        for (String outcome : request.query("outcome").stream().toList()) {
            wanted = wanted.and(record -> {
                Judgement judgement = record.judgement();
                return judgement != null && judgement.outcome().equals(outcome);
            });
        }
        for (String operation : request.query("operation").stream().toList()) {
            wanted = wanted.and(record -> operation.equals(record.operation()));
        }
        for (String principal : request.query("principal").stream().toList()) {
            wanted = wanted.and(record -> record.caller() != null
                    && (record.caller().arn().filter(principal::equals).isPresent()
                            || record.caller().kind().text().equals(principal)));
        }
        return wanted;
    }

    private Answer find(ConsoleRequest request, Function<DecisionRecord, Answer> answer) {
        return log.find(request.path("id"))
                .map(answer)
                .orElseGet(() -> ConsoleAnswers.message(
                        404, "There is no decision \"" + request.path("id") + "\" among the newest ones."));
    }

    private Answer record(DecisionRecord record) {
        return ConsoleAnswers.json(200, RecordJson.write(record));
    }

    /** Explained now, against the policy of then: the record kept it. */
    private Answer explain(DecisionRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", record.id());
        Judgement judgement = record.judgement();
        ArrayNode questions = json.putArray("questions");
        StringBuilder text = new StringBuilder();
        if (judgement == null) {
            json.put("summary", record.result().summary());
            Diagnosis diagnosis = record.result().diagnosis();
            String found = diagnosis == null ? "" : "\n" + diagnosis.text();
            json.put("text", record.result().summary() + found);
            return ConsoleAnswers.json(200, json);
        }
        json.put("policyRevision", judgement.policyRevision());
        json.put("outcome", judgement.outcome());
        json.put("summary", record.result().summary());
        for (DecisionRecord.Asked asked : judgement.questions()) {
            Explanation explanation = judgement.policy().explain(asked.question());
            ObjectNode one = ExplanationJson.write(explanation, true);
            one.put("action", asked.question().action());
            one.put("resource", asked.question().resource());
            questions.add(one);
            text.append(ExplanationText.write(explanation));
        }
        json.put("text", text.toString());
        return ConsoleAnswers.json(200, json);
    }
}
