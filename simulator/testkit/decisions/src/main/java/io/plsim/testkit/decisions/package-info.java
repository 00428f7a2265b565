/** What a test sees of a running simulator: addresses, callers, decisions and assertions on them. JDK types only. */
@NullMarked
package io.plsim.testkit.decisions;

import org.jspecify.annotations.NullMarked;
