package io.plsim.testkit.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.plsim.policy.cases.PolicyCase;
import io.plsim.policy.cases.PolicyCaseFile;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.testkit.decisions.PolicyNotAttachedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Policy cases as tests: every {@code decisions.json} judges the {@code policy.json} beside it, one dynamic test a case,
 * with the explanation as failure message. No server runs.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> policies() {
 *     return PolicyCases.under("policies");
 * }
 * }</pre>
 */
public final class PolicyCases {
    private PolicyCases() {}

    /**
     * The cases of every folder below a directory, one container a folder.
     *
     * @param directory a path, or {@code classpath:...}
     */
    public static Stream<DynamicNode> under(String directory) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Path root = directory.startsWith("classpath:") || directory.startsWith("file:")
                ? Source.path(directory, loader)
                : Path.of(directory);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.endsWith("decisions.json")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableOptionException(directory + " cannot be read; check that the folder exists.");
        }
        if (files.isEmpty()) {
            throw new UnusableOptionException("There is no decisions.json below " + directory + ".");
        }
        return files.stream().map(file -> dynamicContainer(folder(root, file), file.toUri(), cases(file)));
    }

    private static String folder(Path root, Path file) {
        String below = root.relativize(file.resolveSibling("")).toString();
        return below.isEmpty() ? root.toString() : below;
    }

    private static Stream<DynamicNode> cases(Path file) {
        List<DynamicNode> tests = new ArrayList<>();
        try {
            PolicyEvaluator policy = policy(file.resolveSibling("policy.json"));
            for (PolicyCase one : PolicyCaseFile.read(Files.readString(file)).cases()) {
                tests.add(dynamicTest(
                        one.name(),
                        file.toUri(),
                        () -> one.failure(policy).ifPresent(failure -> {
                            throw new AssertionError(failure);
                        })));
            }
            if (tests.isEmpty()) {
                throw new UnusableOptionException(file + " has no cases.");
            }
        } catch (MalformedRequestException | IOException unreadable) {
            String message = file + ": " + unreadable.getMessage();
            return Stream.of(broken(new UnusableOptionException(message)));
        } catch (RuntimeException unusable) {
            return Stream.of(broken(unusable));
        }
        return tests.stream();
    }

    private static DynamicNode broken(RuntimeException fault) {
        return dynamicTest("can be read", () -> {
            throw fault;
        });
    }

    private static PolicyEvaluator policy(Path file) throws IOException {
        try {
            return PolicyEvaluator.compile(
                    PolicyReader.read(Files.readString(file), PolicyType.ENDPOINT), Readings.DEFAULT);
        } catch (InvalidPolicyException invalid) {
            throw new PolicyNotAttachedException(FindingLines.of(file.toString(), invalid));
        }
    }
}
