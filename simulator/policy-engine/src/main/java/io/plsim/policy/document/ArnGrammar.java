package io.plsim.policy.document;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS accepts where a policy names an ARN, and the repair of the doubled colon that AWS's own page prints. */
final class ArnGrammar {
    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    private static final Set<String> IAM_SERVICES = Set.of("iam", "sts");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    /** What AWS puts in the place of a principal that was deleted, such as {@code AROADBQP57FF2AEXAMPLE}. */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{15,127}");

    private static final Pattern PRINCIPAL_RESOURCE = Pattern.compile(
            "iam:(root|(user|role)/(.*/)?[^/]+)|sts:(assumed-role/[^/]+/[^/]+|federated-user/[^/]+)", Pattern.DOTALL);

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
            checkPrincipalArn(value, findings);
        } else if (!ACCOUNT_ID.matcher(text).matches()
                && !UNIQUE_ID.matcher(text).matches()) {
            findings.error(
                    DocumentError.INVALID_PRINCIPAL_FORMAT,
                    value.place(),
                    "\"" + text + "\" is neither a twelve-digit account id nor an ARN.",
                    null);
        }
    }

    private static void checkPrincipalArn(PlacedText value, Findings findings) {
        String[] parts = value.text().split(":", 6);
        if (parts.length < 6 || !wellFormed(value.text()) || !IAM_SERVICES.contains(parts[2]) || parts[5].isEmpty()) {
            report(value, "A principal ARN is arn:partition:iam::ACCOUNT:user/NAME (or role/, root, sts...)", findings);
        } else if (!PRINCIPAL_RESOURCE.matcher(parts[2] + ":" + parts[5]).matches()) {
            boolean group = parts[5].startsWith("group/");
            findings.error(
                    DocumentError.INVALID_PRINCIPAL_FORMAT,
                    value.place(),
                    "\"" + value.text() + "\" names no principal: "
                            + (group
                                    ? "a group cannot be one; name its users or a role."
                                    : "there are root, user/NAME and role/NAME of iam, assumed-role/ROLE/SESSION and"
                                            + " federated-user/NAME of sts."),
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
                && text.chars()
                        .allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '*' || c == '?');
    }

    private static void report(PlacedText value, String rule, Findings findings) {
        Optional<String> fix = repaired(value.text());
        String message = "\"" + value.text() + "\" is no ARN that AWS stores. " + rule + "."
                + fix.map(repaired -> " The colon after the partition is doubled; write \"" + repaired + "\".")
                        .orElse("");
        findings.misspelt(DocumentError.MALFORMED_ARN, value.place(), message, fix.orElse(null));
    }
}
