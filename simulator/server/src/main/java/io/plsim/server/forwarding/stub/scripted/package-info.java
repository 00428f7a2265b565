/** Answers that a test prescribes: errors, throttling, slow and broken streams. */
@NullMarked
package io.plsim.server.forwarding.stub.scripted;

import org.jspecify.annotations.NullMarked;
