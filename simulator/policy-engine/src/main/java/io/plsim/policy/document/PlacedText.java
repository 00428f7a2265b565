package io.plsim.policy.document;

/** A text value of a policy document, with its place. */
public record PlacedText(String text, Place place) {}
