package io.plsim.policy.document;

import org.jspecify.annotations.Nullable;

/**
 * A finding about one place of a policy document.
 *
 * @param severity error when AWS would not store the document
 * @param code stable upper-case name, such as {@code MALFORMED_ARN}
 * @param location JSON pointer of the place, such as {@code /Statement/0/Principal/AWS}; empty for the whole document
 * @param line one-based line in the source text
 * @param column one-based column in the source text
 * @param message one sentence for a person
 * @param fix what to write in its place, where there is something: a text, or JSON when it begins with a brace
 * @param sameIntent whether nobody who reads both the text and the fix doubts that they mean the same
 */
public record PolicyFinding(
        Severity severity,
        String code,
        String location,
        int line,
        int column,
        String message,
        @Nullable String fix,
        boolean sameIntent) {

    /** A finding at a place. */
    public static PolicyFinding at(
            Place place, Severity severity, String code, String message, @Nullable String fix, boolean sameIntent) {
        return new PolicyFinding(
                severity, code, place.pointer(), place.line(), place.column(), message, fix, sameIntent && fix != null);
    }
}
