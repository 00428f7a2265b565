/** What AWS's references say about AgentCore: actions, resource types and condition keys, as data with its source and date. */
@NullMarked
package io.plsim.policy.reference;

import org.jspecify.annotations.NullMarked;
