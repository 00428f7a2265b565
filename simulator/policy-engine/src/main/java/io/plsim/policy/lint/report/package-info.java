/** Findings drawn for readers: people and code scanners. */
@NullMarked
package io.plsim.policy.lint.report;

import org.jspecify.annotations.NullMarked;
