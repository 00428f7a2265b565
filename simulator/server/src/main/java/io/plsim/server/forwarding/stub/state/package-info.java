/** What stubs remember: bounded stores, pages of them, identifiers and times. */
@NullMarked
package io.plsim.server.forwarding.stub.state;

import org.jspecify.annotations.NullMarked;
