/** Repairs a policy's text where there is one reading only, and shows the difference. */
@NullMarked
package io.plsim.policy.lint.fix;

import org.jspecify.annotations.NullMarked;
