/** WebSockets behind the endpoint: the handshake's form, and the relay between a client and an upstream. */
@NullMarked
package io.plsim.server.forwarding.websocket;

import org.jspecify.annotations.NullMarked;
