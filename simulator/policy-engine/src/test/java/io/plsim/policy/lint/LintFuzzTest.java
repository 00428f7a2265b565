package io.plsim.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.lint.fix.PolicyFixer;
import io.plsim.policy.lint.fix.UnifiedDiff;
import io.plsim.policy.lint.report.FindingsSarif;
import io.plsim.policy.lint.report.FindingsText;
import io.plsim.policy.lint.report.LintedFile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The linter answers whatever the text; with {@code JAZZER_FUZZ=1} Jazzer looks for texts on which it does not. */
class LintFuzzTest {
    private static final List<LintCases.Policy> POLICIES = LintCases.policies().toList();
    private static final String[] PIECES = {
        "*",
        "?",
        "${",
        "}",
        "\"",
        "\\",
        ":",
        "::",
        "/",
        "[",
        "]",
        "{",
        ",",
        "arn:aws:",
        "\u0000",
        "\uD800",
        "é",
        "null",
        "1e999999999",
        "aws:",
        "ForAllValues:",
        "bedrock-agentcore:",
        "\n",
        "\r",
        "${aws:username, 'x'}"
    };

    @FuzzTest(maxDuration = "60s")
    void anyTextIsLinted(FuzzedDataProvider data) {
        PolicyType type = data.pickValue(PolicyType.values());
        String text = data.consumeBoolean()
                ? data.consumeRemainingAsString()
                : mutated(POLICIES.get(data.consumeInt(0, POLICIES.size() - 1)).policy(), data);
        check(text, type);
    }

    private static String mutated(String policy, FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder(policy);
        while (data.remainingBytes() > 4 && text.length() > 0) {
            int at = data.consumeInt(0, text.length() - 1);
            text.replace(at, Math.min(text.length(), at + data.consumeInt(0, 3)), data.consumeString(6));
        }
        return text.toString();
    }

    @Test
    void mutatedPoliciesAreLintedAndFixedToAnEnd() {
        Random random = new Random(20261127);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(
                    POLICIES.get(random.nextInt(POLICIES.size())).policy());
            if (text.length() > 5_000) {
                continue;
            }
            for (int change = random.nextInt(6); change >= 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString(), PolicyType.values()[random.nextInt(3)]);
        }
    }

    private static void check(String text, PolicyType type) {
        List<PolicyFinding> findings = PolicyLinter.lint(text, type);
        LintedFile file = new LintedFile("p.json", text, findings);
        assertThat(FindingsText.write(file)).isNotEmpty();
        assertThat(FindingsSarif.write(List.of(file), "0").toString()).isNotEmpty();
        PolicyFixer fixer = new PolicyFixer(type, Set.of());
        PolicyFixer.Fixed fixed = fixer.fix(text);
        assertThat(fixer.fix(fixed.text()).text()).isEqualTo(fixed.text());
        assertThat(UnifiedDiff.of("p.json", text, fixed.text()).isEmpty()).isEqualTo(text.equals(fixed.text()));
    }

    /** Far beyond what can be attached; a linter that compares everything with everything would not come back. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aMegabyteOfStatementsOrOneOfWildcardsComesBack() {
        String statement =
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"bedrock-agentcore:InvokeGatewy\",\"Resource\":\"arn:aws:bedrock-agentcore:us-east-1:111122223333:runtim/x*y\"}";
        String many = "{\"Statement\":[" + (statement + ",").repeat(5_000) + statement + "]}";
        assertThat(PolicyLinter.lint(many, PolicyType.ENDPOINT)).hasSizeGreaterThan(5_000);
        String wild = "{\"Statement\":" + statement.replace("runtim/x*y", "*a".repeat(300_000)) + "}";
        assertThat(PolicyLinter.lint(wild, PolicyType.ENDPOINT)).isNotEmpty();
        String action = "{\"Statement\":" + statement.replace("InvokeGatewy", "*a".repeat(300_000)) + "}";
        assertThat(PolicyLinter.lint(action, PolicyType.ENDPOINT)).isNotEmpty();
    }
}
