/** The built-in tools: code interpreter and browser sessions. */
@NullMarked
package io.plsim.server.forwarding.stub.tools;

import org.jspecify.annotations.NullMarked;
