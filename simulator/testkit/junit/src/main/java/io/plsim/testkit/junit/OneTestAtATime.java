package io.plsim.testkit.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Keeps the tests that share a class's simulator from running at once: each would see the other's decisions. */
final class OneTestAtATime implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> testClass, Method testMethod) {
        if (AnnotationSupport.isAnnotated(testMethod, PrivateLinkEndpoint.class)) {
            return Set.of();
        }
        Class<?> owner = testClass;
        for (int i = enclosing.size() - 1;
                i >= 0 && !AnnotationSupport.isAnnotated(owner, PrivateLinkEndpoint.class);
                i--) {
            owner = enclosing.get(i);
        }
        return Set.of(new Lock("plsim:" + owner.getName()));
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
        return Set.of();
    }
}
