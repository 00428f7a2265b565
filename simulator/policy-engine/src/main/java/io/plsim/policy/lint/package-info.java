/** Advice on policies that AWS would store, one rule a class. */
@NullMarked
package io.plsim.policy.lint;

import org.jspecify.annotations.NullMarked;
