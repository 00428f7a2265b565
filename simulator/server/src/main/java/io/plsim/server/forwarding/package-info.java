/** What stands behind the endpoint. */
@NullMarked
package io.plsim.server.forwarding;

import org.jspecify.annotations.NullMarked;
