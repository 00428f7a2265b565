/** The names of the endpoints under private DNS, and the certificates that stand for them. */
@NullMarked
package io.plsim.server.privatedns;

import org.jspecify.annotations.NullMarked;
