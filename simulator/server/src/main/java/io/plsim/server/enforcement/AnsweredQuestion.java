package io.plsim.server.enforcement;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.request.AuthorizationRequest;

/** A question exactly as the engine got it, and its answer. */
public record AnsweredQuestion(AuthorizationRequest request, Decision decision) {}
