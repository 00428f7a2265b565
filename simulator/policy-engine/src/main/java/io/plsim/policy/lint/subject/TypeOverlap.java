package io.plsim.policy.lint.subject;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Whether some resource of a type is covered by a pattern: both have open places, the type one id without slashes for each
 * <code>{}</code>, the pattern its wildcards and variables.
 */
final class TypeOverlap {
    /** Open places, as characters that no policy text has. */
    private static final char ID_CHARACTER = '\uE000';

    private static final char ID_REST = '\uE001';
    private static final char ANY_ONE = '\uE002';
    private static final char ANY_RUN = '\uE003';

    private TypeOverlap() {}

    /** The pattern with its wildcards and variables marked; runs of stars are one. */
    static String pattern(String text) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int close = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (close > 0 || c == '*') {
                i = Math.max(i, close);
                if (marked.isEmpty() || marked.charAt(marked.length() - 1) != ANY_RUN) {
                    marked.append(ANY_RUN);
                }
            } else {
                marked.append(c == '?' ? ANY_ONE : c);
            }
        }
        return marked.toString();
    }

    static String template(String resource) {
        return resource.replace("{}", "" + ID_CHARACTER + ID_REST);
    }

    /** Walks both at once, from every pair of places that some text can reach. */
    static boolean exists(String pattern, String template) {
        int width = template.length() + 1;
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        visit(0, seen, open);
        while (!open.isEmpty()) {
            int at = open.pop();
            int p = at / width;
            int t = at % width;
            if (p == pattern.length() && t == template.length()) {
                return true;
            }
            char wild = p < pattern.length() ? pattern.charAt(p) : 0;
            char id = t < template.length() ? template.charAt(t) : 0;
            if (wild == ANY_RUN) {
                visit(at + width, seen, open);
            }
            if (id == ID_REST) {
                visit(at + 1, seen, open);
            }
            if (wild != 0 && id != 0 && shareCharacter(wild, id)) {
                visit(at + (wild == ANY_RUN ? 0 : width) + (id == ID_REST ? 0 : 1), seen, open);
            }
        }
        return false;
    }

    private static void visit(int at, BitSet seen, Deque<Integer> open) {
        if (!seen.get(at)) {
            seen.set(at);
            open.push(at);
        }
    }

    private static boolean shareCharacter(char wild, char id) {
        boolean anyId = id == ID_CHARACTER || id == ID_REST;
        if (wild == ANY_RUN || wild == ANY_ONE) {
            return true;
        }
        return anyId ? wild != '/' : wild == id;
    }
}
