package io.plsim.policy.explanation;

import io.plsim.policy.decision.Decision;

/** A decision with its reasons; drawn as text and as JSON by renderers that only read it. */
public record Explanation(Decision decision, String summary) {}
