/** Exactly one record for each request. */
@NullMarked
package io.plsim.server.decisionlog;

import org.jspecify.annotations.NullMarked;
