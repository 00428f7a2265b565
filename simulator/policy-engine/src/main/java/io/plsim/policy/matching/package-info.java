/** Patterns of a statement's elements, compiled once. */
@NullMarked
package io.plsim.policy.matching;

import org.jspecify.annotations.NullMarked;
