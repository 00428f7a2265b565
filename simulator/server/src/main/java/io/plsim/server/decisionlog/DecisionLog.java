package io.plsim.server.decisionlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The newest decision records, one for each request, in a ring of fixed size. Records are readable as soon as
 * {@link #append} returns; followers hear of each one once, on the thread that answered the request.
 */
public final class DecisionLog {
    private final DecisionRecord[] ring;
    private final List<Consumer<DecisionRecord>> followers = new CopyOnWriteArrayList<>();
    private long lastSequence;
    private long firstKept = 1;

    /** A log that keeps the newest {@code capacity} records. */
    public DecisionLog(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the decision log must keep at least one record, not " + capacity);
        }
        ring = new DecisionRecord[capacity];
    }

    /** Gives the record its sequence number and keeps it. */
    public DecisionRecord append(LongFunction<DecisionRecord> withSequence) {
        DecisionRecord record;
        synchronized (this) {
            record = withSequence.apply(++lastSequence);
            ring[slot(lastSequence)] = record;
        }
        for (Consumer<DecisionRecord> follower : followers) {
            follower.accept(record);
        }
        return record;
    }

    /** Puts the completed record of a stream in the place of the one made when it began. */
    public synchronized void complete(DecisionRecord record) {
        DecisionRecord kept = ring[slot(record.sequence())];
        if (kept != null && kept.sequence() == record.sequence()) {
            ring[slot(record.sequence())] = record;
        }
    }

    /** The newest records that fit, newest first, at most {@code limit} of them. */
    public synchronized List<DecisionRecord> newest(int limit, Predicate<DecisionRecord> fits) {
        List<DecisionRecord> found = new ArrayList<>();
        long oldest = Math.max(firstKept, lastSequence - ring.length + 1);
        for (long sequence = lastSequence; sequence >= oldest && found.size() < limit; sequence--) {
            DecisionRecord record = ring[slot(sequence)];
            if (fits.test(record)) {
                found.add(record);
            }
        }
        return found;
    }

    public Optional<DecisionRecord> find(String id) {
        return newest(1, record -> record.id().equals(id)).stream().findFirst();
    }

    /** Forgets every record; sequence numbers go on. */
    public synchronized void clear() {
        firstKept = lastSequence + 1;
        Arrays.fill(ring, null);
    }

    /** Calls the follower for every record from now on; the handle ends it. */
    public Runnable follow(Consumer<DecisionRecord> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length);
    }
}
