/** Advice on policies that AWS would store, one rule a class; {@link io.plsim.policy.lint.rule.Rules} lists them. */
@NullMarked
package io.plsim.policy.lint.rule;

import org.jspecify.annotations.NullMarked;
