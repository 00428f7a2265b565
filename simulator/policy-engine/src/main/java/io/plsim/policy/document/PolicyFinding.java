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
 * @param fix the text to put in its place, where there is one
 */
public record PolicyFinding(
        Severity severity,
        String code,
        String location,
        int line,
        int column,
        String message,
        @Nullable String fix) {}
