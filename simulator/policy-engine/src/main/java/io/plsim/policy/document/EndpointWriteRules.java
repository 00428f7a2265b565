package io.plsim.policy.document;

import java.util.Locale;
import java.util.Set;

/**
 * The write rules that only endpoint policies have (PrivateLink guide, "Considerations for endpoint policies"): no
 * wildcard and no numeric operator on a key that holds a system identifier, and six consecutive characters beside every
 * wildcard of a string operator.
 */
final class EndpointWriteRules {
    private static final int BESIDE_WILDCARD = 6;

    /** Keys whose values AWS generates; names in lower case. */
    private static final Set<String> SYSTEM_IDENTIFIERS = Set.of(
            "aws:principalaccount",
            "aws:principalorgid",
            "aws:resourceaccount",
            "aws:resourceorgid",
            "aws:sourceaccount",
            "aws:sourceorgid",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:vpceaccount",
            "aws:vpceorgid");

    private EndpointWriteRules() {}

    static void check(OperatorName operator, ConditionClause clause, Findings findings) {
        boolean identifier = SYSTEM_IDENTIFIERS.contains(clause.key().text().toLowerCase(Locale.ROOT));
        if (identifier && operator.base().startsWith("Numeric")) {
            findings.error(
                    DocumentError.NUMERIC_OPERATOR_ON_IDENTIFIER,
                    clause.operator().place(),
                    clause.key().text() + " holds a system identifier; use a string operator.",
                    "StringEquals");
        }
        if (!operator.base().startsWith("String")) {
            return;
        }
        boolean like = operator.base().endsWith("Like");
        for (PlacedText value : clause.values()) {
            // ${*} and ${?} are the characters themselves.
            String text = value.text().replace("${*}", "${-}").replace("${?}", "${-}");
            if (!hasWildcard(text)) {
                continue;
            }
            if (identifier) {
                findings.error(
                        DocumentError.WILDCARD_ON_IDENTIFIER,
                        value.place(),
                        clause.key().text() + " holds a system identifier; an endpoint policy names it whole.",
                        null);
            } else if (like && !enoughBesideEachWildcard(text)) {
                findings.error(
                        DocumentError.TOO_FEW_CHARACTERS_BESIDE_WILDCARD,
                        value.place(),
                        "\"" + value.text() + "\" needs at least six consecutive characters before or after each"
                                + " wildcard.",
                        null);
            }
        }
    }

    private static boolean enoughBesideEachWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isWildcard(text.charAt(i)) && before(text, i) < BESIDE_WILDCARD && after(text, i) < BESIDE_WILDCARD) {
                return false;
            }
        }
        return true;
    }

    private static int before(String text, int wildcard) {
        int start = wildcard;
        while (start > 0 && !isWildcard(text.charAt(start - 1))) {
            start--;
        }
        return wildcard - start;
    }

    private static int after(String text, int wildcard) {
        int end = wildcard + 1;
        while (end < text.length() && !isWildcard(text.charAt(end))) {
            end++;
        }
        return end - wildcard - 1;
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static boolean isWildcard(char c) {
        return c == '*' || c == '?';
    }
}
