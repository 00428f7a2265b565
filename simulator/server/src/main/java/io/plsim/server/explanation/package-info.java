/** Explanations of recorded requests: of every question the policy was asked, and of refusals before it was. */
@NullMarked
package io.plsim.server.explanation;

import org.jspecify.annotations.NullMarked;
