/** The Model Context Protocol, as much of it as a stub needs: JSON-RPC in, JSON or one server-sent event out. */
@NullMarked
package io.plsim.server.forwarding.stub.mcp;

import org.jspecify.annotations.NullMarked;
