package io.plsim.server.cli;

import io.plsim.server.decisionlog.DecisionRecord;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** One line on stdout for each request; a denial's line says why. */
final class RequestLines implements Consumer<DecisionRecord> {
    private final PrintWriter out;

    RequestLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(DecisionRecord record) {
        out.println(line(record));
    }

    static String line(DecisionRecord record) {
        String caller = record.caller() == null
                ? "unproven caller"
                : record.caller().printedName()
                        + (record.caller().arn().isPresent()
                                ? ""
                                : " (" + record.caller().kind().text() + ")");
        StringBuilder line = new StringBuilder()
                .append(record.arrival().time())
                .append(' ')
                .append(record.arrival().endpointId())
                .append(' ')
                .append(record.operation() == null ? printable(record.arrival().method()) : record.operation())
                .append(" => ")
                .append(record.result().httpStatus());
        if (record.judgement() != null) {
            line.append(' ').append(record.judgement().outcome());
        }
        if (record.result().errorType() != null) {
            line.append(' ').append(record.result().errorType());
        }
        line.append(" by ").append(printable(caller)).append(" id=").append(record.id());
        if (record.result().summary() != null) {
            line.append(" : ").append(printable(record.result().summary()));
        }
        return line.toString();
    }

    /** Client text cannot begin a line of its own or paint the terminal. */
    private static String printable(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return plain.toString();
    }
}
