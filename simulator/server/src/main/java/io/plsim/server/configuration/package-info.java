/** The configuration file, the environment and the flags, as one value. */
@NullMarked
package io.plsim.server.configuration;

import org.jspecify.annotations.NullMarked;
