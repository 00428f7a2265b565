package io.plsim.policy.document;

import java.util.Optional;
import java.util.Set;

/** What AWS accepts where a policy names an ARN, and the repair of the doubled colon that AWS's own page prints. */
final class ArnGrammar {
    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    private static final Set<String> IAM_SERVICES = Set.of("iam", "sts");

    private ArnGrammar() {}

    /** Resource values: {@code *}, or {@code arn:partition:service:...}. */
    static void checkResource(PlacedText value, Findings findings) {
        String text = value.text();
        if (text.equals("*") || wellFormed(text)) {
            return;
        }
        report(value, "A resource is \"*\" or arn:partition:service:region:account:resource", findings);
    }

    /** AWS principals: {@code *}, an account id, a unique id, or a user, role, session or root ARN without wildcards. */
    static void checkPrincipal(PlacedText value, Findings findings) {
        String text = value.text();
        if (text.equals("*")) {
            return;
        }
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            findings.error(
                    DocumentError.WILDCARD_IN_PRINCIPAL,
                    value.place(),
                    "\"" + text + "\" has a wildcard; a principal is named whole. Use \"*\" and a condition on"
                            + " aws:PrincipalArn instead.",
                    null);
            return;
        }
        if (text.startsWith("arn:")) {
            String[] parts = text.split(":", 6);
            if (parts.length < 6 || !wellFormed(text) || !IAM_SERVICES.contains(parts[2]) || parts[5].isEmpty()) {
                report(
                        value,
                        "A principal ARN is arn:partition:iam::ACCOUNT:user/NAME (or role/, root, sts...)",
                        findings);
            }
            return;
        }
        if (!isWord(text)) {
            findings.error(
                    DocumentError.INVALID_PRINCIPAL_FORMAT,
                    value.place(),
                    "\"" + text + "\" is neither an account id nor an ARN.",
                    null);
        }
    }

    /** The text with one colon less where two follow the partition, when that makes it well formed. */
    static Optional<String> repaired(String text) {
        for (String partition : PARTITIONS) {
            String doubled = "arn:" + partition + "::";
            if (text.startsWith(doubled)) {
                String repaired = "arn:" + partition + ":" + text.substring(doubled.length());
                if (wellFormed(repaired)) {
                    return Optional.of(repaired);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean wellFormed(String text) {
        String[] parts = text.split(":", 6);
        if (text.equals("arn:*") || parts.length == 3 && parts[2].endsWith("*") && partition(parts[1])) {
            return parts[0].equals("arn");
        }
        return parts.length >= 4 && parts[0].equals("arn") && partition(parts[1]) && service(parts[2]);
    }

    private static boolean partition(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || PARTITIONS.contains(text);
    }

    private static boolean service(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '*' || c == '?');
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }

    private static void report(PlacedText value, String rule, Findings findings) {
        Optional<String> fix = repaired(value.text());
        String message = "\"" + value.text() + "\" is no ARN that AWS stores. " + rule + "."
                + fix.map(repaired -> " The colon after the partition is doubled; write \"" + repaired + "\".")
                        .orElse("");
        findings.misspelt(DocumentError.MALFORMED_ARN, value.place(), message, fix.orElse(null));
    }
}
