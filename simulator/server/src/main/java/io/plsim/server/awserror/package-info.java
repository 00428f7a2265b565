/** The errors AWS answers with, and the one place that writes each dialect. */
@NullMarked
package io.plsim.server.awserror;

import org.jspecify.annotations.NullMarked;
