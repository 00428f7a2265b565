package io.plsim.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    private static final String OK = "\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MALFORMED_JSON|`{\"Statement\": [`",
                "MALFORMED_JSON|`{} {}`",
                "MALFORMED_POLICY|`[]`",
                "MISSING_ELEMENT|`{\"Version\": \"2012-10-17\"}`",
                "INVALID_VERSION|`{\"Version\": \"2012-10-18\", \"Statement\": [{#}]}`",
                "UNKNOWN_ELEMENT|`{\"Statement\": [{#}], \"Bank\": 1}`",
                "UNKNOWN_ELEMENT|`{\"Statement\": [{#, \"Bank\": 1}]}`",
                "DUPLICATE_KEY|`{\"Statement\": [{#, \"Effect\": \"Deny\"}]}`",
                "INVALID_EFFECT|`{\"Statement\": [{\"Effect\":\"allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}`",
                "MISSING_ELEMENT|`{\"Statement\": [{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}`",
                "ELEMENT_PAIR|`{\"Statement\": [{#, \"NotAction\": \"x:y\"}]}`",
                "INVALID_PRINCIPAL_FORMAT|`{\"Statement\": [{\"Effect\":\"Allow\",\"Principal\":\"111122223333\",\"Action\":\"*\",\"Resource\":\"*\"}]}`",
                "WILDCARD_IN_PRINCIPAL|`{\"Statement\": [{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/*\"},\"Action\":\"*\",\"Resource\":\"*\"}]}`",
                "MALFORMED_ARN|`{\"Statement\": [{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"arn:aws::bedrock-agentcore:us-east-1:1:runtime/x\"}]}`",
                "MALFORMED_ARN|`{\"Statement\": [{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"runtime/x\"}]}`",
                "UNKNOWN_CONDITION_OPERATOR|`{\"Statement\": [{#, \"Condition\": {\"stringequals\": {\"k\": \"v\"}}}]}`",
                "UNKNOWN_CONDITION_OPERATOR|`{\"Statement\": [{#, \"Condition\": {\"NullIfExists\": {\"k\": \"v\"}}}]}`",
                "DUPLICATE_KEY|`{\"Statement\": [{#, \"Condition\": {\"StringEquals\": {\"k\": \"v\", \"K\": \"v\"}}}]}`",
                "TOO_FEW_CHARACTERS_BESIDE_WILDCARD|`{\"Statement\": [{#, \"Condition\": {\"StringLike\": {\"k\": \"abc*\"}}}]}`",
                "WILDCARD_ON_IDENTIFIER|`{\"Statement\": [{#, \"Condition\": {\"StringLike\": {\"aws:SourceVpc\": \"vpc-0123456*\"}}}]}`",
                "NUMERIC_OPERATOR_ON_IDENTIFIER|`{\"Statement\": [{#, \"Condition\": {\"NumericEquals\": {\"aws:PrincipalAccount\": \"1\"}}}]}`",
            })
    void whatAwsWouldNotStoreIsRefusedWithItsPlace(String code, String json) {
        assertThatThrownBy(() -> PolicyReader.read(json.replace("#", OK), PolicyType.ENDPOINT))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        refused -> assertThat(refused.findings()).anySatisfy(finding -> {
                            assertThat(finding.code()).isEqualTo(code);
                            assertThat(finding.line()).isPositive();
                            assertThat(finding.column()).isPositive();
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\": {#}}",
                "{\"Statement\": []}",
                "{\"Statement\": [{#, \"Sid\": \"\"}]}",
                "{\"Statement\": [{#, \"Condition\": {}}]}",
                "{\"Statement\": [{#, \"Condition\": {\"StringEquals\": {\"k\": []}}}]}",
                "{\"Statement\": [{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::ACCOUNT_ID:root\"},\"Action\":\"bedrock:X\",\"Resource\":[]}]}",
                "{\"Statement\": [{\"Effect\":\"Deny\",\"NotPrincipal\":{\"Service\":\"x.amazonaws.com\"},\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::${x\"}]}",
            })
    void everythingElseIsStored(String json) {
        assertThatCode(() -> PolicyReader.read(json.replace("#", OK), PolicyType.ENDPOINT))
                .doesNotThrowAnyException();
    }

    @Test
    void aPlaceIsGivenByPointerLineAndColumn() {
        String json =
                "{\n  \"Statement\": [{\n    \"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws::iam::1:root\"},\n"
                        + "    \"Action\": \"*\", \"Resource\": \"*\"\n  }]\n}";
        List<PolicyFinding> findings =
                PolicyReader.parse(json, PolicyType.ENDPOINT).findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.location()).isEqualTo("/Statement/0/Principal/AWS");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isEqualTo(45);
            assertThat(finding.fix()).isEqualTo("arn:aws:iam::1:root");
        });
    }

    @Test
    void aPolicyMayHave20480CharactersAndNotOneMore() {
        String json = "{\"Statement\": [{" + OK + "}]}";
        String full = json + " ".repeat(20_480 - json.length());
        assertThat(PolicyReader.parse(full, PolicyType.ENDPOINT).findings()).isEmpty();
        assertThat(PolicyReader.parse(full + " ", PolicyType.ENDPOINT).findings())
                .extracting(PolicyFinding::code)
                .containsExactly("POLICY_TOO_LARGE");
    }

    @Test
    void deeplyNestedTextIsAFindingAndNoCrash() {
        assertThat(PolicyReader.parse("[".repeat(100_000), PolicyType.ENDPOINT).findings())
                .extracting(PolicyFinding::code)
                .contains("MALFORMED_JSON");
    }
}
