package io.plsim.server.forwarding.stub.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * JSON objects by key, bounded in number and in bytes of heap, so that a test that never stops cannot fill the memory:
 * beyond the bounds a ServiceQuotaExceededException. Stored objects are never changed, only replaced; callers do not
 * change what they put in or got out. Safe to use from many threads.
 */
public final class BoundedStore {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_BYTES = 32L << 20;
    private static final char SEPARATOR = '\u0000';
    private static final char AFTER_SEPARATOR = '\u0001';

    private final String what;
    private final int maxEntries;
    private final long maxBytes;
    private final NavigableMap<String, ObjectNode> entries = new TreeMap<>();
    private long bytes;

    /** A store with the usual bounds; {@code what} names its content in messages, in the plural. */
    public BoundedStore(String what) {
        this(what, MAX_ENTRIES, MAX_BYTES);
    }

    public BoundedStore(String what, int maxEntries, long maxBytes) {
        this.what = what;
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    /** The key of something inside something inside something. */
    public static String key(String... path) {
        return String.join(String.valueOf(SEPARATOR), path);
    }

    public synchronized void put(String key, ObjectNode value) throws StubRefusal {
        ObjectNode old = entries.get(key);
        long change = JsonWeight.of(value) - (old == null ? 0 : JsonWeight.of(old));
        if ((old == null && entries.size() >= maxEntries) || bytes + change > maxBytes) {
            throw StubRefusal.of(
                    AwsError.SERVICE_QUOTA_EXCEEDED,
                    "The simulator keeps at most " + maxEntries + " " + what + " of at most " + maxBytes
                            + " bytes; reset its state or delete some");
        }
        entries.put(key, value);
        bytes += change;
    }

    /** What was there before, or the value now put. */
    public synchronized ObjectNode putIfAbsent(String key, ObjectNode value) throws StubRefusal {
        ObjectNode old = entries.get(key);
        if (old != null) {
            return old;
        }
        put(key, value);
        return value;
    }

    public synchronized Optional<ObjectNode> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Replaces an object by what the change makes of a copy; empty when there is none. */
    public synchronized Optional<ObjectNode> update(String key, UnaryOperator<ObjectNode> change) throws StubRefusal {
        ObjectNode old = entries.get(key);
        if (old == null) {
            return Optional.empty();
        }
        ObjectNode changed = change.apply(old.deepCopy());
        put(key, changed);
        return Optional.of(changed);
    }

    public synchronized Optional<ObjectNode> remove(String key) {
        ObjectNode old = entries.remove(key);
        if (old != null) {
            bytes -= JsonWeight.of(old);
        }
        return Optional.ofNullable(old);
    }

    /** Removes every object that fits. */
    public synchronized void removeIf(Predicate<ObjectNode> condition) {
        entries.values().removeIf(value -> {
            boolean goes = condition.test(value);
            if (goes) {
                bytes -= JsonWeight.of(value);
            }
            return goes;
        });
    }

    /** Everything whose key begins with this path, in the order of the keys. */
    public synchronized List<ObjectNode> under(String... path) {
        String base = key(path);
        return new ArrayList<>(
                entries.subMap(base + SEPARATOR, base + AFTER_SEPARATOR).values());
    }

    public synchronized List<ObjectNode> all() {
        return new ArrayList<>(entries.values());
    }

    public synchronized void clear() {
        entries.clear();
        bytes = 0;
    }
}
