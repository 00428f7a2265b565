/** WebSockets that the stubs open: an agent or shell that echoes, a browser without a browser. */
@NullMarked
package io.plsim.server.forwarding.stub.socket;

import org.jspecify.annotations.NullMarked;
