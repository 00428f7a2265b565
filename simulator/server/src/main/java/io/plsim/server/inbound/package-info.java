/** The HTTP request as an immutable value: raw target, raw header values, body read at most once. */
@NullMarked
package io.plsim.server.inbound;

import org.jspecify.annotations.NullMarked;
