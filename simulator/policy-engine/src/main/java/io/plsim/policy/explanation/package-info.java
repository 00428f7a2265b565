/** Why a decision came out as it did; findings first, renderers apart. */
@NullMarked
package io.plsim.policy.explanation;

import org.jspecify.annotations.NullMarked;
