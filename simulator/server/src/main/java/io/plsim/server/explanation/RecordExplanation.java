package io.plsim.server.explanation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.explanation.Choice;
import io.plsim.policy.explanation.Columns;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.explanation.ExplanationText;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Asked;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import java.util.List;
import java.util.Objects;

/**
 * The explanation of a recorded request, as JSON with the text for a terminal in it. It is made when somebody asks,
 * against the policy of then, which the record kept.
 */
public final class RecordExplanation {
    private RecordExplanation() {}

    public static ObjectNode write(DecisionRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", record.id());
        json.put("stage", record.result().stage().text());
        json.put("httpStatus", record.result().httpStatus());
        json.put("errorType", record.result().errorType());
        json.put("reason", record.result().reason());
        ArrayNode questions = json.putArray("questions");
        Judgement judgement = record.judgement();
        if (judgement == null || judgement.questions().isEmpty()) {
            RefusedRequest refused = new RefusedRequest(record);
            refused.addTo(json);
            return json.put("text", refused.text());
        }
        json.put("policyRevision", judgement.policyRevision());
        json.put("outcome", judgement.outcome());
        json.put("summary", record.result().summary());
        List<Choice> choices = new QuestionChoices(record, judgement).find();
        ArrayNode choicesJson = json.putArray("choices");
        choices.forEach(choice -> choicesJson.add(choice.json()));
        return json.put("text", head(record, judgement, choices) + questions(judgement, questions));
    }

    private static String questions(Judgement judgement, ArrayNode json) {
        StringBuilder text = new StringBuilder();
        List<Asked> asked = judgement.questions();
        for (int i = 0; i < asked.size(); i++) {
            Explanation explanation = judgement.policy().explain(asked.get(i).question());
            ObjectNode one = ExplanationJson.write(explanation, true);
            one.put("action", asked.get(i).question().action());
            one.put("resource", asked.get(i).question().resource());
            json.add(one);
            text.append('\n');
            if (asked.size() > 1) {
                text.append("Question ")
                        .append(i + 1)
                        .append(" of ")
                        .append(asked.size())
                        .append('\n');
            }
            text.append(ExplanationText.write(explanation));
        }
        return text.toString();
    }

    /** Which request this was, how it ended, and what that hangs on beside the policy. */
    private static String head(DecisionRecord record, Judgement judgement, List<Choice> choices) {
        Columns out = new Columns();
        String audited = judgement.outcome().equals("auditDeny")
                ? "; denied, but let through because this endpoint only audits (auditDeny)"
                : "";
        out.line(
                "",
                record.operation() + " at " + record.arrival().endpointId() + ", policy revision "
                        + judgement.policyRevision() + ": HTTP "
                        + record.result().httpStatus() + " "
                        + Objects.toString(record.result().errorType(), "") + audited);
        int all = judgement.questions().size();
        long allowed = judgement.questions().stream()
                .filter(asked -> asked.decision().allowed())
                .count();
        if (all > 1) {
            out.labelled(
                    "  questions ",
                    "This request asks the policy " + all + " questions, and all of them must be allowed; " + allowed
                            + " of them " + (allowed == 1 ? "is." : "are."));
        }
        choices.forEach(choice -> out.labelled("  choice    ", choice.words()));
        return out.text();
    }
}
