/** The simulator's image as a Testcontainers container. */
@NullMarked
package io.plsim.testkit.testcontainers;

import org.jspecify.annotations.NullMarked;
