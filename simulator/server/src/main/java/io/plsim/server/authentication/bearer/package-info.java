/** OAuth bearer tokens, proven against trusted issuers, and the built-in issuer. */
@NullMarked
package io.plsim.server.authentication.bearer;

import org.jspecify.annotations.NullMarked;
