package io.plsim.policy.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The context keys of one request: names without regard to case, values as lists of text. */
public final class ContextKeys {
    /** A request that carries no key at all. */
    public static final ContextKeys NONE = new ContextKeys(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final TreeMap<String, List<String>> values;

    private ContextKeys(TreeMap<String, List<String>> values) {
        this.values = values;
    }

    /** The values of a key, or null when the request does not carry it. */
    public @Nullable List<String> get(String key) {
        return values.get(key);
    }

    /** Every key with its values, sorted by name without regard to case. */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects keys; a name given twice, in whatever case, keeps the last values. */
    public static final class Builder {
        private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        public Builder put(String key, String value) {
            values.put(key, List.of(value));
            return this;
        }

        public Builder put(String key, List<String> all) {
            values.put(key, List.copyOf(all));
            return this;
        }

        /** Adds one more value to a key that may have some already. */
        public Builder add(String key, String value) {
            List<String> all = new ArrayList<>(values.getOrDefault(key, List.of()));
            all.add(value);
            return put(key, all);
        }

        /** Puts values only where the key is still absent. */
        public Builder putIfAbsent(String key, String value) {
            values.putIfAbsent(key, List.of(value));
            return this;
        }

        public Builder putAll(Map<String, List<String>> more) {
            more.forEach(this::put);
            return this;
        }

        public ContextKeys build() {
            return new ContextKeys(new TreeMap<>(values));
        }
    }
}
