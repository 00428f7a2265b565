/** The simulator as a JUnit Jupiter extension, in the test's own JVM; and decisions.json files as dynamic tests. */
@NullMarked
package io.plsim.testkit.junit;

import org.jspecify.annotations.NullMarked;
