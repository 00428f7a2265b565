package io.plsim.policy.document;

/**
 * A place in a policy document's text.
 *
 * @param pointer JSON pointer, such as {@code /Statement/0/Action}; empty for the whole document
 * @param line one-based
 * @param column one-based
 */
public record Place(String pointer, int line, int column) {}
