package io.plsim.server.cli;

import io.plsim.policy.cases.PolicyCase;
import io.plsim.policy.cases.PolicyCaseFile;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.request.MalformedRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of one {@code decisions.json}, judged by the {@code policy.json} beside it.
 *
 * @param name the folder, as the user wrote it
 * @param unreadable why there are no results, where the file or its policy cannot be read
 */
record CaseRun(String name, List<Result> results, Optional<String> unreadable) {
    CaseRun {
        results = List.copyOf(results);
    }

    /** One case: its time, and what was wrong. */
    record Result(String name, long nanos, Optional<String> failure) {}

    /** Runs a file; never throws for what is in it. */
    static CaseRun of(Path file) {
        Path folder = file.getParent();
        String name = folder == null ? "." : folder.toString().replace('\\', '/');
        List<Result> results = new ArrayList<>();
        Path policyFile = file.resolveSibling("policy.json");
        try {
            PolicyCaseFile cases = PolicyCaseFile.read(TextFile.read(file));
            PolicyEvaluator policy = PolicyEvaluator.compile(
                    PolicyReader.read(TextFile.read(policyFile), PolicyType.ENDPOINT), Readings.DEFAULT);
            for (PolicyCase one : cases.cases()) {
                long start = System.nanoTime();
                Optional<String> failure = one.failure(policy);
                results.add(new Result(one.name(), System.nanoTime() - start, failure));
            }
            return new CaseRun(name, results, Optional.empty());
        } catch (MalformedRequestException malformed) {
            return new CaseRun(name, List.of(), Optional.of(file + ": " + malformed.getMessage() + "."));
        } catch (InvalidPolicyException invalid) {
            return new CaseRun(
                    name,
                    List.of(),
                    Optional.of(
                            String.valueOf(InvalidPolicy.in(policyFile, invalid).getMessage())));
        } catch (Main.CommandFailed failed) {
            return new CaseRun(name, List.of(), Optional.of(String.valueOf(failed.getMessage())));
        }
    }

    int failures() {
        return (int)
                results.stream().filter(result -> result.failure().isPresent()).count();
    }
}
