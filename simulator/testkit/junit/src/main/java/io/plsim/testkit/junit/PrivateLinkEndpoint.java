package io.plsim.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A simulator for a test, in its own JVM on free ports. On a class: one for all its tests, reset before each; its tests run
 * one after the other, other classes beside them. On a method: one for this test alone. Parameters of type
 * {@link io.plsim.testkit.decisions.PrivateLinkSimulator}, {@link io.plsim.testkit.decisions.Decisions} and
 * {@link io.plsim.testkit.decisions.AwsSdkClients} are filled in. The options and their defaults are those of
 * {@link PrivateLinkSimulatorExtension.Builder}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PrivateLinkSimulatorExtension.class)
@ResourceLock(providers = OneTestAtATime.class)
public @interface PrivateLinkEndpoint {

    /** The data-plane endpoint's policy: {@code classpath:...}, {@code file:...} or JSON; absent = full access. */
    String policy() default "";

    /** The gateway endpoint's policy, given likewise; absent = full access. */
    String gatewayPolicy() default "";

    /** A configuration file: {@code classpath:...} or {@code file:...}; its ports are replaced by free ones. */
    String configuration() default "";

    /** Whether a test fails when the policy denied a request and the test neither asserted nor expected that. */
    boolean failOnUnexpectedDenial() default false;
}
