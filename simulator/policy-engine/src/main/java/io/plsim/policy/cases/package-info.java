/** Case files: what a policy should say to given questions, as data that many readers share. */
@NullMarked
package io.plsim.policy.cases;

import org.jspecify.annotations.NullMarked;
