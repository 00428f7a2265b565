/** Judging one statement, and combining statements into a decision. */
@NullMarked
package io.plsim.policy.decision;

import org.jspecify.annotations.NullMarked;
