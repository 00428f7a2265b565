package com.example.agents;

import io.plsim.testkit.junit.PolicyCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every case of policies/: what the policy says to whom, without a server. */
class PoliciesTest {
    @TestFactory
    Stream<DynamicNode> policies() {
        return PolicyCases.under("policies");
    }
}
