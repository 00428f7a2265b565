/** Why a signature does not fit: every known way to sign otherwise is tried, and only what fits is called a cause. */
@NullMarked
package io.plsim.server.authentication.sigv4.mismatch;

import org.jspecify.annotations.NullMarked;
