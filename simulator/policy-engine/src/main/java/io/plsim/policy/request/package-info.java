/** One authorization question: who asks, which action, which resource, in which context. */
@NullMarked
package io.plsim.policy.request;

import org.jspecify.annotations.NullMarked;
