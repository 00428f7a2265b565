/** The only package that sees Javalin or Jetty: HTTP in, HTTP out. */
@NullMarked
package io.plsim.server.listener;

import org.jspecify.annotations.NullMarked;
