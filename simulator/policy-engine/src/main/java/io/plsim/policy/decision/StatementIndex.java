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
    /** Up to this many statements, judging each is quicker than looking up which of them to judge. */
    private static final int JUDGE_EACH = 3;

    private final long[] all;
    private final PrefixTable actions;
    private final PrefixTable resources;
    private final boolean bothSpellings;
    private final Map<String, long[]> byCallerName = new HashMap<>();
    private final long[] byAnyCaller;

    StatementIndex(List<StatementEvaluator> statements) {
        this.all = new long[words(statements.size())];
        this.byAnyCaller = new long[all.length];
        this.actions = PrefixTable.of(statements.stream()
                .map(statement -> statement.action().prefixes())
                .toList());
        this.resources = PrefixTable.of(statements.stream()
                .map(statement -> statement.resource().prefixes())
                .toList());
        this.bothSpellings =
                statements.stream().anyMatch(statement -> statement.resource().bothSpellings());
        for (int i = 0; i < statements.size(); i++) {
            set(all, i);
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
        return all.length;
    }

    static int words(int statements) {
        return (statements + 63) / 64;
    }

    /** The statements of one word that could be satisfied, a bit for each. */
    long candidates(int word, AuthorizationRequest request) {
        long left = all[word];
        if (!few(left)) {
            left &= byCaller(word, request.callerNames());
        }
        if (!few(left)) {
            left &= actions.concerned(request.actionLowerCase())[word];
        }
        return few(left) ? left : left & byResource(word, request.resourceSpellings());
    }

    private static boolean few(long candidates) {
        return Long.bitCount(candidates) <= JUDGE_EACH;
    }

    private long byCaller(int word, List<String> names) {
        long its = byAnyCaller[word];
        for (int i = 0; i < names.size(); i++) {
            long[] named = byCallerName.get(names.get(i));
            its |= named == null ? 0 : named[word];
        }
        return its;
    }

    private long byResource(int word, List<String> spellings) {
        long its = resources.concerned(spellings.get(0))[word];
        return bothSpellings && spellings.size() > 1 ? its | resources.concerned(spellings.get(1))[word] : its;
    }

    private static void set(long[] bits, int index) {
        bits[index / 64] |= 1L << index;
    }
}
