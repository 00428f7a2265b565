/** Evaluations, recommendations and A/B tests. */
@NullMarked
package io.plsim.server.forwarding.stub.evaluations;

import org.jspecify.annotations.NullMarked;
