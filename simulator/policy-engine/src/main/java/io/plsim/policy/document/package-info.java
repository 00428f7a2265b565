/** The policy document: what was written, where it was written, and what AWS would not store. */
@NullMarked
package io.plsim.policy.document;

import org.jspecify.annotations.NullMarked;
