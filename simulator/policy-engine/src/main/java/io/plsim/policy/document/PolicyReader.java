package io.plsim.policy.document;

import java.util.List;
import java.util.Optional;

/**
 * Reads policy documents; the one way in. Follows the grammar of the IAM JSON policy language and, for endpoint
 * policies, the write rules of the PrivateLink guide ("Control access to VPC endpoints using endpoint policies").
 */
public final class PolicyReader {
    private PolicyReader() {}

    /**
     * Reads a document and refuses what AWS would not store.
     *
     * @throws InvalidPolicyException when there is at least one error; its findings name every place
     */
    public static PolicyDocument read(String json, PolicyType type) throws InvalidPolicyException {
        Parsed parsed = parse(json, type);
        if (!parsed.findings().isEmpty() || parsed.document().isEmpty()) {
            throw new InvalidPolicyException(parsed.findings());
        }
        return parsed.document().get();
    }

    /** Reads as much as can be read and reports everything that is wrong; never throws. */
    public static Parsed parse(String json, PolicyType type) {
        Findings findings = new Findings();
        SizeRule.check(json, findings);
        Optional<PolicyDocument> document = new JsonTextReader(findings)
                .read(json)
                .flatMap(root -> new DocumentReader(type, json, findings).read(root));
        return new Parsed(document, findings.inOrder());
    }

    /**
     * What was read.
     *
     * @param document empty when the text is too broken to make out statements
     * @param findings the errors; empty when the document can be attached
     */
    public record Parsed(Optional<PolicyDocument> document, List<PolicyFinding> findings) {}
}
