/** What lint rules look at: a policy read once, its actions and resources held against the reference. */
@NullMarked
package io.plsim.policy.lint.subject;

import org.jspecify.annotations.NullMarked;
