/** Who is calling: signatures and tokens, proven or refused; the only package that sees secrets. */
@NullMarked
package io.plsim.server.authentication;

import org.jspecify.annotations.NullMarked;
