package io.plsim.policy.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which members could concern a text, when each member named prefixes and a text concerns it only if it starts with one of
 * them. One binary search finds the longest prefix in the table; its set holds those of all shorter ones.
 */
final class PrefixTable {
    private final String[] prefixes;
    private final int[] shorter;
    private final long[][] members;

    private PrefixTable(String[] prefixes, int[] shorter, long[][] members) {
        this.prefixes = prefixes;
        this.shorter = shorter;
        this.members = members;
    }

    /** A table of members numbered from 0, each given by its prefixes. */
    static PrefixTable of(List<List<String>> prefixesOfMembers) {
        TreeMap<String, BitSet> sorted = new TreeMap<>(Map.of("", new BitSet()));
        for (int member = 0; member < prefixesOfMembers.size(); member++) {
            for (String prefix : prefixesOfMembers.get(member)) {
                sorted.computeIfAbsent(prefix, none -> new BitSet()).set(member);
            }
        }
        List<String> prefixes = new ArrayList<>(sorted.keySet());
        int[] shorter = new int[prefixes.size()];
        long[][] members = new long[prefixes.size()][];
        for (int i = 0; i < shorter.length; i++) {
            String prefix = prefixes.get(i);
            BitSet all = sorted.getOrDefault(prefix, new BitSet());
            shorter[i] = i - 1;
            while (shorter[i] >= 0 && !prefix.startsWith(prefixes.get(shorter[i]))) {
                shorter[i] = shorter[shorter[i]];
            }
            if (shorter[i] >= 0) {
                all.or(BitSet.valueOf(members[shorter[i]]));
            }
            members[i] = Arrays.copyOf(all.toLongArray(), StatementIndex.words(prefixesOfMembers.size()));
        }
        return new PrefixTable(prefixes.toArray(String[]::new), shorter, members);
    }

    /** The members that the text could concern, 64 to a word; not to be changed. */
    long[] concerned(String text) {
        int found = Arrays.binarySearch(prefixes, text);
        int longest = found >= 0 ? found : -found - 2;
        while (!text.startsWith(prefixes[longest])) {
            longest = shorter[longest];
        }
        return members[longest];
    }
}
