/** What AWS runs as MCP servers: gateways and registries. */
@NullMarked
package io.plsim.server.forwarding.stub.gateway;

import org.jspecify.annotations.NullMarked;
