/** A second engine, slow and obvious, written from the rules alone; random near-matches compare it with the real one. */
@NullMarked
package io.plsim.policy.twin;

import org.jspecify.annotations.NullMarked;
