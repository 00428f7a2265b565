package io.plsim.policy.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {
    private static String lines(int count, List<Integer> changed) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> (changed.contains(line) ? "new " : "line ") + line + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(UnifiedDiff.of("p.json", "a\nb", "a\nb")).isEmpty();
    }

    @Test
    void aChangeIsShownWithThreeLinesAroundIt() {
        assertThat(UnifiedDiff.of("p.json", lines(9, List.of()), lines(9, List.of(5))))
                .isEqualTo(
                        "--- p.json\n+++ p.json\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+new 5\n line 6\n"
                                + " line 7\n line 8\n");
    }

    @Test
    void aLastLineWithoutEndSaysSo() {
        assertThat(UnifiedDiff.of("p.json", "old", "new"))
                .isEqualTo("--- p.json\n+++ p.json\n@@ -1,1 +1,1 @@\n-old\n\\ No newline at end of file\n+new\n"
                        + "\\ No newline at end of file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "40", "1,2,3", "1,8", "1,7,14,21", "5,11,30,40", "20,40"})
    void everyHunkStandsWhereItSaysAndAppliesToTheOldText(String changed) {
        List<Integer> numbers =
                List.of(changed.split(",")).stream().map(Integer::valueOf).toList();
        String before = lines(40, List.of());
        String after = lines(40, numbers);
        assertThat(apply(before, UnifiedDiff.of("p.json", before, after))).isEqualTo(after);
    }

    /** A patch program of its own: checks context and removed lines, puts the added ones in their place. */
    private static String apply(String before, String diff) {
        List<String> old = new ArrayList<>(before.lines().toList());
        int at = -1;
        for (String line : diff.lines().skip(2).toList()) {
            if (line.startsWith("@@ -")) {
                at = Integer.parseInt(line.substring(4, line.indexOf(','))) - 1;
            } else if (line.startsWith("-")) {
                assertThat(old.remove(at)).isEqualTo(line.substring(1));
            } else if (line.startsWith("+")) {
                old.add(at++, line.substring(1));
            } else {
                assertThat(old.get(at++)).isEqualTo(line.substring(1));
            }
        }
        return old.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
