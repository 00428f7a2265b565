/** A developer's own agent container behind a runtime: AgentCore's container contract, seen from AgentCore's side. */
@NullMarked
package io.plsim.server.forwarding.container;

import org.jspecify.annotations.NullMarked;
