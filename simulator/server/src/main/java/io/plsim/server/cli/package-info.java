/** The commands. */
@NullMarked
package io.plsim.server.cli;

import org.jspecify.annotations.NullMarked;
