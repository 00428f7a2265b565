/** The real AgentCore behind the endpoint, or whatever takes its place: passed through, signed anew, or plain. */
@NullMarked
package io.plsim.server.forwarding.agentcore;

import org.jspecify.annotations.NullMarked;
