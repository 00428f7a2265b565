package io.plsim.policy.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.document.PolicyFinding;
import java.util.List;

/** Draws explanations and findings as JSON. */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /** The decision JSON: outcome, deciding statements, the nearest one, a summary; and everything behind it. */
    public static ObjectNode write(Explanation explanation, boolean statements) {
        ObjectNode json = JSON.objectNode();
        json.put("outcome", explanation.decision().outcome().text());
        ArrayNode decidedBy = json.putArray("decidedBy");
        explanation.decision().decidedBy().forEach(decidedBy::add);
        ExplanationDetail detail = statements ? ExplanationDetail.of(explanation) : null;
        if (detail != null) {
            ArrayNode all = json.putArray("statements");
            detail.statements().forEach(statement -> all.add(statement(statement)));
        }
        json.put(
                "nearest",
                explanation
                        .nearest()
                        .map(finding -> finding.statement().index())
                        .orElse(null));
        json.put("summary", detail == null ? Summary.of(explanation) : detail.summary());
        if (detail != null) {
            texts(json.putArray("hints"), detail.hints());
            ArrayNode choices = json.putArray("choices");
            detail.choices().forEach(choice -> choices.add(choice.json()));
        }
        return json;
    }

    private static ObjectNode statement(StatementDetail detail) {
        ObjectNode json = JSON.objectNode();
        json.put("index", detail.statement().index());
        json.put(
                "sid",
                detail.statement().sid() == null
                        ? null
                        : detail.statement().sid().text());
        json.put("effect", detail.statement().effect().text());
        json.put("matches", detail.matches());
        ArrayNode elements = json.putArray("elements");
        detail.elements().forEach(element -> elements.add(element(element)));
        return json;
    }

    private static ObjectNode element(ElementDetail element) {
        ObjectNode json = JSON.objectNode();
        json.put("element", element.element());
        json.put("matches", element.matches());
        json.put("reason", element.reason().name());
        if (!element.test().isEmpty()) {
            json.put("test", element.test());
        }
        texts(json.putArray("patterns"), element.patterns());
        if (!element.resolved().isEmpty()) {
            texts(json.putArray("resolved"), element.resolved());
        }
        texts(json.putArray("values"), element.values());
        json.put("detail", element.detail());
        return json;
    }

    private static void texts(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
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
