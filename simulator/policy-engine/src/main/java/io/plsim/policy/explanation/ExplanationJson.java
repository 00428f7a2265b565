package io.plsim.policy.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.StatementFinding;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.matching.ElementFinding;
import java.util.List;

/** Draws explanations and findings as JSON. */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /** The decision JSON: outcome, deciding statements, every statement with its elements, the nearest one, a summary. */
    public static ObjectNode write(Explanation explanation, boolean statements) {
        ObjectNode json = JSON.objectNode();
        json.put("outcome", explanation.decision().outcome().text());
        ArrayNode decidedBy = json.putArray("decidedBy");
        explanation.decision().decidedBy().forEach(decidedBy::add);
        if (statements) {
            ArrayNode all = json.putArray("statements");
            explanation.statements().forEach(finding -> all.add(statement(finding)));
        }
        json.put(
                "nearest",
                explanation
                        .nearest()
                        .map(finding -> finding.statement().index())
                        .orElse(null));
        json.put("summary", Summary.of(explanation));
        return json;
    }

    private static ObjectNode statement(StatementFinding finding) {
        ObjectNode json = JSON.objectNode();
        json.put("index", finding.statement().index());
        json.put(
                "sid",
                finding.statement().sid() == null
                        ? null
                        : finding.statement().sid().text());
        json.put("effect", finding.statement().effect().text());
        json.put("matches", finding.matches());
        ArrayNode elements = json.putArray("elements");
        for (ElementFinding element : finding.elements()) {
            elements.addObject()
                    .put("element", element.element())
                    .put("matches", element.matches())
                    .put("reason", element.reason().name())
                    .put("detail", element.detail());
        }
        return json;
    }

    /** Findings about a document, as an array. */
    public static ArrayNode write(List<PolicyFinding> findings) {
        ArrayNode json = JSON.arrayNode();
        for (PolicyFinding finding : findings) {
            json.addObject()
                    .put("severity", finding.severity().text())
                    .put("code", finding.code())
                    .put("location", finding.location())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("message", finding.message())
                    .put("fix", finding.fix());
        }
        return json;
    }
}
