package io.plsim.policy.document;

import java.util.List;

/**
 * Principal or NotPrincipal of a statement.
 *
 * @param inverted whether it was written as NotPrincipal
 * @param entries one for every value; the string {@code "*"} is the single entry of kind EVERYONE
 */
public record PrincipalElement(boolean inverted, List<Entry> entries, Place place) {
    public PrincipalElement {
        entries = List.copyOf(entries);
    }

    public String name() {
        return inverted ? "NotPrincipal" : "Principal";
    }

    /** One principal value and the key it stood under. */
    public record Entry(Kind kind, PlacedText value) {}

    /** The key a principal value stands under. */
    public enum Kind {
        EVERYONE("*"),
        AWS("AWS"),
        SERVICE("Service"),
        FEDERATED("Federated"),
        CANONICAL_USER("CanonicalUser");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
