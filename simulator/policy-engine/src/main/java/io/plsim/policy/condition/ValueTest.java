package io.plsim.policy.condition;

import io.plsim.policy.request.ContextKeys;

/** One policy value under one operator, compiled: does a value of the request satisfy it? */
@FunctionalInterface
public interface ValueTest {
    boolean test(String requestValue, ContextKeys context);

    /** A policy value that its operator cannot read: nothing satisfies it. */
    ValueTest NEVER = (value, context) -> false;
}
