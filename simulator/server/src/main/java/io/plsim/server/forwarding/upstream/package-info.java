/** HTTP to what stands behind the endpoint: one client for everybody, bodies relayed at the pace of their reader. */
@NullMarked
package io.plsim.server.forwarding.upstream;

import org.jspecify.annotations.NullMarked;
