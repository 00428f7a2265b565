/** Context keys, attached policies, and the gate that asks one question after the other. */
@NullMarked
package io.plsim.server.enforcement;

import org.jspecify.annotations.NullMarked;
