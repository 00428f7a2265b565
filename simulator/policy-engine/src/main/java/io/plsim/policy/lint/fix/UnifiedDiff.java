package io.plsim.policy.lint.fix;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts of equally many lines, in the form that {@code patch} and {@code git apply} read. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** Empty when the texts are the same. */
    public static String of(String name, String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (old.size() != now.size()) {
            throw new IllegalArgumentException("a fix never adds or removes a line");
        }
        StringBuilder diff = new StringBuilder();
        for (int line = 0; line < old.size(); line++) {
            if (!old.get(line).equals(now.get(line))) {
                int end = endOfHunk(old, now, line);
                if (diff.isEmpty()) {
                    diff.append("--- ")
                            .append(name)
                            .append("\n+++ ")
                            .append(name)
                            .append('\n');
                }
                hunk(old, now, Math.max(0, line - CONTEXT), Math.min(old.size(), end + CONTEXT), diff);
                line = end + CONTEXT - 1;
            }
        }
        return diff.toString();
    }

    /** After the last change that stands near enough to the one before it. */
    private static int endOfHunk(List<String> old, List<String> now, int first) {
        int end = first + 1;
        for (int line = end; line < old.size() && line < end + 2 * CONTEXT; line++) {
            if (!old.get(line).equals(now.get(line))) {
                end = line + 1;
            }
        }
        return end;
    }

    private static void hunk(List<String> old, List<String> now, int from, int to, StringBuilder diff) {
        String range = (from + 1) + "," + (to - from);
        diff.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
        for (int line = from; line < to; line++) {
            if (old.get(line).equals(now.get(line))) {
                line(' ', old.get(line), diff);
                continue;
            }
            int end = line;
            while (end < to && !old.get(end).equals(now.get(end))) {
                line('-', old.get(end++), diff);
            }
            for (int changed = line; changed < end; changed++) {
                line('+', now.get(changed), diff);
            }
            line = end - 1;
        }
    }

    private static void line(char mark, String text, StringBuilder diff) {
        diff.append(mark).append(text);
        if (!text.endsWith("\n")) {
            diff.append("\n\\ No newline at end of file\n");
        }
    }

    /** Lines with their ends; only a line feed ends one. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }
}
