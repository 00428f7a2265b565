package io.plsim.server.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plsim.server.answer.Answer;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.decisionlog.RecordJson;
import io.plsim.server.explanation.RecordExplanation;
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

    private Answer explain(DecisionRecord record) {
        return ConsoleAnswers.json(200, RecordExplanation.write(record));
    }
}
