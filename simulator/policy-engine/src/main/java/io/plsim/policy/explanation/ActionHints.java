package io.plsim.policy.explanation;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.matching.Reason;
import java.util.Locale;
import java.util.Optional;

/** Hints about the action. */
final class ActionHints {
    private static final String AGENTCORE = "bedrock-agentcore:";
    /** Two letters swapped are two edits; more than that is another name. */
    private static final int SLIPS = 2;

    private ActionHints() {}

    static Optional<String> servicePrefix(ElementDetail element, StatementDetail in, Explanation of) {
        boolean asksAgentCore = of.request().actionLowerCase().startsWith(AGENTCORE);
        return element.reason() == Reason.ACTION_OF_ANOTHER_SERVICE && asksAgentCore
                ? Optional.of("AgentCore's actions have the prefix bedrock-agentcore; write "
                        + of.request().action() + ".")
                : Optional.empty();
    }

    static Optional<String> forUser(ElementDetail element, StatementDetail in, Explanation of) {
        return element.reason() == Reason.ACTION_NOT_LISTED
                        && of.request().actionLowerCase().endsWith("foruser")
                        && of.request().actionLowerCase().startsWith(AGENTCORE + "invokeagentruntime")
                ? Optional.of("A request with the header X-Amzn-Bedrock-AgentCore-Runtime-User-Id asks for "
                        + of.request().action() + " too; allow it, or send no such header.")
                : Optional.empty();
    }

    static Optional<String> typingMistake(ElementDetail element, StatementDetail in, Explanation of) {
        if (element.reason() != Reason.ACTION_NOT_LISTED) {
            return Optional.empty();
        }
        String asked = of.request().actionLowerCase();
        return element.patterns().stream()
                .filter(pattern -> nearly(pattern.toLowerCase(Locale.ROOT), asked))
                .findFirst()
                .map(pattern -> "Is \"" + pattern + "\" a typing mistake? The request asks for "
                        + of.request().action() + ".");
    }

    private static boolean nearly(String written, String asked) {
        return Math.abs(written.length() - asked.length()) <= SLIPS && edits(written, asked) <= SLIPS;
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
