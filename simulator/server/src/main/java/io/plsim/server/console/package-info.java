/** The console API on its own port, over public types only. */
@NullMarked
package io.plsim.server.console;

import org.jspecify.annotations.NullMarked;
