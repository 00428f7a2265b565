package io.plsim.clients;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Tests against the image plsim:(version), built by simulator/image/build; one line says what is skipped without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDocker.Condition.class)
@interface RequiresDocker {

    /** Looks for the Docker engine and the image. */
    final class Condition implements ExecutionCondition {
        static final String IMAGE = "plsim:" + System.getProperty("plsim.version");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isPresent()) {
                return ConditionEvaluationResult.enabled("decided by the class");
            }
            String missing = missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled(IMAGE + " is there");
            }
            System.out.println("Skipped " + context.getDisplayName() + ": " + missing);
            return ConditionEvaluationResult.disabled(missing);
        }

        private static String missing() {
            if (Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
                return "this is a container itself; set TESTCONTAINERS_HOST_OVERRIDE as .ci/run does";
            }
            try {
                boolean built = !DockerClientFactory.instance()
                        .client()
                        .listImagesCmd()
                        .withImageNameFilter(IMAGE)
                        .exec()
                        .isEmpty();
                return built ? "" : IMAGE + " is not built; run simulator/image/build";
            } catch (RuntimeException noDocker) {
                return "no Docker engine answers";
            }
        }
    }
}
