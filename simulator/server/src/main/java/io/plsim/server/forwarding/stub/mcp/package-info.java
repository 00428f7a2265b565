/** MCP servers: gateways and registries. */
@NullMarked
package io.plsim.server.forwarding.stub.mcp;

import org.jspecify.annotations.NullMarked;
