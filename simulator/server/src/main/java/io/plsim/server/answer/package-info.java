/** What goes back to the client: status, headers, bytes or chunks. */
@NullMarked
package io.plsim.server.answer;

import org.jspecify.annotations.NullMarked;
