/** What every stub is made of: the request it reads, the answer or refusal it gives. */
@NullMarked
package io.plsim.server.forwarding.stub.exchange;

import org.jspecify.annotations.NullMarked;
