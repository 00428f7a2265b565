package io.plsim.policy.explanation;

/** Text for a terminal: lines broken at blanks; a word that is longer than a line, such as an ARN, stays whole. */
public final class Columns {
    private static final int WIDTH = 96;

    private final StringBuilder text = new StringBuilder();

    /** A paragraph; every line of it begins with the indent. */
    public void line(String indent, String words) {
        wrap(indent, indent, words);
    }

    /** A paragraph whose first line begins with a label and whose others are indented as far. */
    public void labelled(String label, String words) {
        wrap(label, " ".repeat(label.length()), words);
    }

    public void blank() {
        text.append('\n');
    }

    public String text() {
        return text.toString();
    }

    /** What a client sent cannot begin a line of its own or paint the terminal. */
    static String plain(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints()
                .forEach(c -> plain.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        return plain.toString();
    }

    private void wrap(String first, String indent, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : plain(words).strip().split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
