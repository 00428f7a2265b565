/** Condition operators, one small class each, and the one list of them. */
@NullMarked
package io.plsim.policy.condition;

import org.jspecify.annotations.NullMarked;
