package io.plsim.policy.matching;

import io.plsim.policy.request.AuthorizationRequest;

/** One compiled element of a statement: the same matcher answers the hot path and the explanation. */
public interface ElementMatcher {

    /** Whether the element lets the statement apply. */
    boolean matches(AuthorizationRequest request);

    /** The same answer with its reason. */
    ElementFinding finding(AuthorizationRequest request);
}
