/** The catalogue of AgentCore operations: from method, path and host to the questions a policy is asked. */
@NullMarked
package io.plsim.server.operation;

import org.jspecify.annotations.NullMarked;
