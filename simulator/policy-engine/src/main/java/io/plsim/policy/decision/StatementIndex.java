package io.plsim.policy.decision;

import io.plsim.policy.request.AuthorizationRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the few statements of a large policy that could be satisfied by a request, so that the others are not judged one by
 * one: by what the action starts with, by what the resource starts with, and by the names of the caller. It never leaves
 * out a statement that is satisfied, and it judges none itself.
 */
final class StatementIndex {
    /** Up to this many statements, judging each is quicker than looking up which to judge. */
    private static final int JUDGE_EACH = 3;

    private final int statements;
    private final PrefixTable actions;
    private final PrefixTable resources;
    private final boolean bothSpellings;
    private final Map<String, long[]> byCallerName = new HashMap<>();
    private final long[] byAnyCaller;

    StatementIndex(List<StatementEvaluator> statements) {
        this.statements = statements.size();
        this.actions = PrefixTable.of(statements.stream()
                .map(statement -> statement.action().prefixes())
                .toList());
        this.resources = PrefixTable.of(statements.stream()
                .map(statement -> statement.resource().prefixes())
                .toList());
        this.bothSpellings =
                statements.stream().anyMatch(statement -> statement.resource().bothSpellings());
        this.byAnyCaller = new long[words(this.statements)];
        for (int i = 0; i < this.statements; i++) {
            List<String> names = statements.get(i).callerNames();
            if (names.isEmpty()) {
                set(byAnyCaller, i);
            }
            for (String name : names) {
                set(byCallerName.computeIfAbsent(name, none -> new long[byAnyCaller.length]), i);
            }
        }
    }

    /** How many words of 64 statements there are. */
    int words() {
        return byAnyCaller.length;
    }

    static int words(int statements) {
        return (statements + 63) / 64;
    }

    /** The statements of one word that could be satisfied, a bit for each. */
    long candidates(int word, AuthorizationRequest request) {
        if (statements <= JUDGE_EACH) {
            return (1L << statements) - 1;
        }
        long byCaller = byAnyCaller[word];
        List<String> names = request.callerNames();
        for (int i = 0; i < names.size(); i++) {
            long[] its = byCallerName.get(names.get(i));
            byCaller |= its == null ? 0 : its[word];
        }
        long byAction = byCaller == 0 ? 0 : byCaller & actions.concerned(request.actionLowerCase())[word];
        return byAction == 0 ? 0 : byAction & byResource(word, request.resourceSpellings());
    }

    private long byResource(int word, List<String> spellings) {
        long its = resources.concerned(spellings.get(0))[word];
        return bothSpellings && spellings.size() > 1 ? its | resources.concerned(spellings.get(1))[word] : its;
    }

    private static void set(long[] bits, int index) {
        bits[index / 64] |= 1L << index;
    }
}
