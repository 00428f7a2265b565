/** AgentCore Runtime and harnesses: agents that echo. */
@NullMarked
package io.plsim.server.forwarding.stub.runtime;

import org.jspecify.annotations.NullMarked;
