/** AgentCore Identity: workload tokens and what they are exchanged for. */
@NullMarked
package io.plsim.server.forwarding.stub.identity;

import org.jspecify.annotations.NullMarked;
