/** AgentCore payments: instruments, sessions, proofs. */
@NullMarked
package io.plsim.server.forwarding.stub.payments;

import org.jspecify.annotations.NullMarked;
