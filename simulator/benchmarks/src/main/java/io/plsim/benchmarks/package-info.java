/** What a decision costs, beside the floor of a check written by hand. */
@NullMarked
package io.plsim.benchmarks;

import org.jspecify.annotations.NullMarked;
