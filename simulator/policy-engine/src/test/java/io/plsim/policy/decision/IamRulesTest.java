package io.plsim.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.RequestJson;
import io.plsim.policy.twin.SlowTwin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules of IAM evaluation as a table: statements, a question, and what the policy says to it. */
class IamRulesTest {
    private static final ObjectMapper MAPPER = RequestJson.MAPPER;

    @ParameterizedTest(name = "rule {0}: {1}")
    @CsvFileSource(
            resources = "/iam-rules.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            maxCharsPerColumn = 8192)
    @DisplayName("rules of the IAM policy language")
    void ruleHolds(
            String rule,
            String what,
            String type,
            String version,
            String statements,
            String principal,
            String action,
            String resource,
            String context,
            String outcome)
            throws Exception {
        String json = "{" + (version == null ? "" : "\"Version\": \"" + version + "\", ") + "\"Statement\": ["
                + (statements == null ? "" : statements) + "]}";
        PolicyType policyType = PolicyType.of(type).orElseThrow();
        PolicyEvaluator policy = PolicyEvaluator.compile(PolicyReader.read(json, policyType), Readings.DEFAULT);
        AuthorizationRequest request = request(principal, action, resource, context);
        Explanation explanation = policy.explain(request);
        assertThat(policy.decide(request)).as("decide and explain").isEqualTo(explanation.decision());
        assertThat(explanation.decision().outcome().text())
                .as("rule %s: %s", rule, what)
                .isEqualTo(outcome);
        assertThat(explanation.statements().stream()
                        .filter(StatementFinding::matches)
                        .map(finding -> finding.statement().index()))
                .as("the findings agree with the decision")
                .containsAll(explanation.decision().decidedBy());
        assertThat(new SlowTwin(MAPPER.readTree(json), policyType, Readings.DEFAULT).decide(request))
                .as("the slow twin")
                .isEqualTo(explanation.decision());
    }

    /** A principal is an ARN, {@code oauth}, {@code anonymous} or JSON; a context is {@code k=v;k=v} or JSON. */
    private static AuthorizationRequest request(String principal, String action, String resource, String context)
            throws Exception {
        ObjectNode request = MAPPER.createObjectNode().put("action", action).put("resource", resource);
        if (principal.startsWith("{")) {
            request.set("principal", MAPPER.readTree(principal));
        } else if (principal.startsWith("arn:")) {
            request.putObject("principal").put("arn", principal);
        } else {
            request.putObject("principal").put(principal, true);
        }
        if (context != null) {
            request.set("context", context.startsWith("{") ? MAPPER.readTree(context) : pairs(context));
        }
        return RequestJson.read(request, Readings.DEFAULT);
    }

    private static JsonNode pairs(String context) {
        ObjectNode keys = MAPPER.createObjectNode();
        for (String pair : context.split(";")) {
            int equals = pair.indexOf('=');
            keys.withArrayProperty(pair.substring(0, equals)).add(pair.substring(equals + 1));
        }
        return keys;
    }
}
