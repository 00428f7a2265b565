package io.plsim.policy.document;

/** A policy document as it was written, with the place of everything in it. */
public record PolicyDocument(PolicyType type, String source, int statementCount) {}
