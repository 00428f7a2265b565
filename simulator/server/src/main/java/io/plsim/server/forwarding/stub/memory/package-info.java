/** AgentCore Memory: events, sessions, actors, records. */
@NullMarked
package io.plsim.server.forwarding.stub.memory;

import org.jspecify.annotations.NullMarked;
