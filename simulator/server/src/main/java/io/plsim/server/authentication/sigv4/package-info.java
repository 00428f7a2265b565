/** Signature Version 4, verified from the raw request. */
@NullMarked
package io.plsim.server.authentication.sigv4;

import org.jspecify.annotations.NullMarked;
