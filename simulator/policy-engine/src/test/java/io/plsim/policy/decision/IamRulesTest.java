package io.plsim.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.PrincipalKeys;
import io.plsim.policy.request.RequestJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules of IAM evaluation as a table: a statement, a question, and whether the statement is satisfied. */
class IamRulesTest {
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
            String statement,
            String principal,
            String action,
            String resource,
            String context,
            String outcome)
            throws Exception {
        String json = "{" + (version == null ? "" : "\"Version\": \"" + version + "\", ") + "\"Statement\": ["
                + statement + "]}";
        PolicyEvaluator policy = PolicyEvaluator.compile(
                PolicyReader.read(json, PolicyType.of(type).orElseThrow()), Readings.DEFAULT);
        ContextKeys.Builder keys = ContextKeys.builder();
        if (context != null) {
            for (String pair : context.split(";")) {
                int equals = pair.indexOf('=');
                keys.add(pair.substring(0, equals).trim(), pair.substring(equals + 1));
            }
        }
        var caller = RequestJson.principal(principal);
        AuthorizationRequest request = new AuthorizationRequest(
                caller,
                action,
                resource,
                PrincipalKeys.complete(keys.build(), caller, Readings.DEFAULT.oauthPrincipalKeys()));
        Explanation explanation = policy.explain(request);
        assertThat(explanation.decision().outcome().text()).as(what).isEqualTo(outcome);
        assertThat(explanation.statements().stream()
                        .filter(StatementFinding::matches)
                        .map(finding -> finding.statement().index()))
                .as("decide and explain agree")
                .containsAll(explanation.decision().decidedBy());
    }
}
