package io.plsim.testkit.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The decisions of a running simulator, oldest first: a live view, read anew by every call. It also knows which denials
 * the test expects: those that an assertion has looked at, and those named with {@link #expectDenial}.
 */
public final class Decisions {
    private final SimulatorConsole console;
    private final Set<String> expectedIds = ConcurrentHashMap.newKeySet();
    private final Set<String> expectedNames = ConcurrentHashMap.newKeySet();

    public Decisions(SimulatorConsole console) {
        this.console = console;
    }

    /** Every decision since the last reset. */
    public List<RecordedDecision> all() {
        return console.decisions();
    }

    /** Every denial since the last reset. */
    public List<RecordedDecision> denials() {
        return matching(RecordedDecision::isDenied);
    }

    /** The decisions that fit. */
    public List<RecordedDecision> matching(Predicate<RecordedDecision> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** The newest decision, if there is one. */
    public Optional<RecordedDecision> newest() {
        List<RecordedDecision> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The decision that an answer's {@code x-plsim-decision-id} names. */
    public Optional<RecordedDecision> find(String id) {
        return matching(decision -> decision.id().equals(id)).stream().findFirst();
    }

    /** Why a decision came out as it did, statement by statement. */
    public Explanation explain(RecordedDecision decision) {
        return console.explain(decision.id());
    }

    /** Says that this test wants denials of an operation or action; they do not count as unexpected, now or later. */
    public Decisions expectDenial(String operationOrAction) {
        expectedNames.add(operationOrAction);
        return this;
    }

    /** Says that this test has looked at a denial. Assertions do so by themselves. */
    public void expect(RecordedDecision denial) {
        expectedIds.add(denial.id());
    }

    /** The denials that nobody expected. */
    public List<RecordedDecision> unexpectedDenials() {
        return denials().stream()
                .filter(denial -> !expectedIds.contains(denial.id())
                        && expectedNames.stream().noneMatch(denial::concerns))
                .toList();
    }

    /** Every decision in a line, each denial followed by its explanation; what a failed test prints. */
    public String report() {
        return report(all());
    }

    /** Likewise, for some of them. */
    public String report(List<RecordedDecision> decisions) {
        List<String> lines = new ArrayList<>();
        for (RecordedDecision decision : decisions) {
            lines.add(decision.toString());
            if (!decision.isAllowed()) {
                explain(decision).text().lines().forEach(line -> lines.add("    " + line));
            }
        }
        return lines.isEmpty() ? "No request reached the endpoints." : String.join(System.lineSeparator(), lines);
    }

    @Override
    public String toString() {
        return report();
    }
}
