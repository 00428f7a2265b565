package io.plsim.policy.document;

import java.util.Locale;
import java.util.Optional;

/** The kind of policy a document is: it decides which elements are required and how {@code {"AWS": "*"}} reads. */
public enum PolicyType {
    /** Attached to an interface VPC endpoint; needs Principal or NotPrincipal, and obeys the endpoint write rules. */
    ENDPOINT,
    /** Attached to a resource such as a runtime or a gateway; needs Principal or NotPrincipal. */
    RESOURCE,
    /** Attached to a user or role; must not name a principal. */
    IDENTITY;

    /** The name used in files and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name, or empty when there is none. */
    public static Optional<PolicyType> of(String text) {
        for (PolicyType type : values()) {
            if (type.text().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
