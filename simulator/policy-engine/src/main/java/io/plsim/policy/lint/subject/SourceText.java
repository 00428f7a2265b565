package io.plsim.policy.lint.subject;

import java.util.ArrayList;
import java.util.List;

/** A document's text by lines: from line and column to the character, and from there to the end of the JSON token. */
public final class SourceText {
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    public SourceText(String text) {
        this.text = text;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !crLf) {
                lineStarts.add(i + 1);
            }
        }
    }

    /** The character at a place, from 0; the end of the text when the place lies beyond it. */
    public int offset(int line, int column) {
        if (line < 1 || line > lineStarts.size() || column < 1) {
            return text.length();
        }
        return Math.min(text.length(), lineStarts.get(line - 1) + column - 1);
    }

    /** Where the JSON string that begins at a character ends, after its quote; the character itself when none does. */
    public int endOfString(int start) {
        if (start >= text.length() || text.charAt(start) != '"') {
            return start;
        }
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return start;
    }

    /** The character at an offset, or 0 beyond the end. */
    public char charAt(int offset) {
        return offset < text.length() ? text.charAt(offset) : 0;
    }
}
