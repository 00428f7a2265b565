package io.plsim.server.cli;

import io.plsim.server.decisionlog.DecisionRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One line on stdout for each request; a denial's line says why. A thread of its own writes them, so that no answer waits
 * for a terminal; only when very many lines wait do requests wait too, because none is lost.
 */
final class RequestLines implements Consumer<DecisionRecord>, AutoCloseable {
    private static final int WAITING = 20_000;
    private static final int AT_ONCE = 500;
    private static final long PAUSE_NANOS = 2_000_000;

    private final BlockingQueue<DecisionRecord> queue = new ArrayBlockingQueue<>(WAITING);
    private final PrintWriter out;
    private final Thread writer = new Thread(this::write, "plsim-request-lines");
    private volatile boolean closing;

    RequestLines(PrintWriter out) {
        this.out = out;
    }

    /** Begins to write, also what has come before. */
    void start() {
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void accept(DecisionRecord record) {
        boolean interrupted = false;
        for (boolean taken = false; !taken; ) {
            try {
                queue.put(record);
                taken = true;
            } catch (InterruptedException stopping) {
                // A stop may interrupt the request; its line is written all the same.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<DecisionRecord> batch = new ArrayList<>(AT_ONCE);
        StringBuilder text = new StringBuilder();
        while (!closing || !queue.isEmpty()) {
            try {
                DecisionRecord first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, AT_ONCE);
                for (DecisionRecord record : batch) {
                    text.append(line(record)).append(System.lineSeparator());
                }
                out.append(text).flush();
            } catch (InterruptedException unexpected) {
                // Nobody interrupts this thread; it ends when it is told to and nothing waits any more.
                continue;
            }
            text.setLength(0);
            batch.clear();
            // Under load the next lines come together: waking up for each would cost more than writing them.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Writes what still waits, and ends; to be called when no request runs any more. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return plain.toString();
    }
}
