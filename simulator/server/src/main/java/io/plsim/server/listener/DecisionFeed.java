package io.plsim.server.listener;

import io.plsim.server.decisionlog.DecisionRecord;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** One listener's queue of records: a slow browser loses records, it never slows an endpoint down. */
final class DecisionFeed implements Consumer<DecisionRecord>, AutoCloseable {
    private static final int WAITING = 1_000;

    private final BlockingQueue<DecisionRecord> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread sender;

    DecisionFeed(Consumer<DecisionRecord> send) {
        sender = new Thread(() -> run(send), "plsim-decision-feed");
        sender.setDaemon(true);
        sender.start();
    }

    @Override
    public void accept(DecisionRecord record) {
        // Dropped when the queue is full: the log itself still has it.
        boolean unused = queue.offer(record);
    }

    private void run(Consumer<DecisionRecord> send) {
        try {
            while (true) {
                send.accept(queue.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
