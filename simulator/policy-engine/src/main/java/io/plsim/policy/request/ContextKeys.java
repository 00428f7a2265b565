package io.plsim.policy.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The context keys of one request: names without regard to case, values as lists of text. A table with open addressing,
 * because every request builds one and every condition looks into it.
 */
public final class ContextKeys {
    private static final int SMALLEST = 32;

    /** A request that carries no key at all. */
    public static final ContextKeys NONE = builder().build();

    private final @Nullable String[] names;
    private final @Nullable List<String>[] values;

    private ContextKeys(@Nullable String[] names, @Nullable List<String>[] values) {
        this.names = names;
        this.values = values;
    }

    /** The values of a key, or null when the request does not carry it. */
    public @Nullable List<String> get(ContextKeyName key) {
        return values[slot(names, key.text(), key.foldedHash())];
    }

    /** The same for a name that is looked up once. */
    public @Nullable List<String> get(String key) {
        return values[slot(names, key, ContextKeyName.hash(key))];
    }

    /** Every key with its values, sorted by name without regard to case. */
    public Map<String, List<String>> asMap() {
        TreeMap<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            List<String> all = values[i];
            if (name != null && all != null) {
                map.put(name, all);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** The place of a name: where it is, or the free one where it belongs. The table is never full. */
    private static int slot(@Nullable String[] names, String name, int hash) {
        int slot = hash & names.length - 1;
        for (String there = names[slot]; there != null; there = names[slot]) {
            if (there.equals(name) || there.equalsIgnoreCase(name)) {
                return slot;
            }
            slot = slot + 1 & names.length - 1;
        }
        return slot;
    }

    public static Builder builder() {
        return new Builder(new String[SMALLEST], lists(SMALLEST), 0);
    }

    /** A builder that has these keys already. */
    public Builder toBuilder() {
        int count = 0;
        for (String name : names) {
            count += name == null ? 0 : 1;
        }
        return new Builder(names.clone(), values.clone(), count);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static @Nullable List<String>[] lists(int length) {
        return new List[length];
    }

    /** Collects keys; a name given twice, in whatever case, keeps the last values. */
    public static final class Builder {
        private @Nullable String[] names;
        private @Nullable List<String>[] values;
        private int count;

        private Builder(@Nullable String[] names, @Nullable List<String>[] values, int count) {
            this.names = names;
            this.values = values;
            this.count = count;
        }

        public Builder put(String key, String value) {
            return set(key, List.of(value));
        }

        public Builder put(String key, List<String> all) {
            return set(key, List.copyOf(all));
        }

        /** Adds one more value to a key that may have some already. */
        public Builder add(String key, String value) {
            List<String> there = values[slot(names, key, ContextKeyName.hash(key))];
            if (there == null) {
                return put(key, value);
            }
            List<String> all = new ArrayList<>(there);
            all.add(value);
            return put(key, all);
        }

        /** Puts values only where the key is still absent. */
        public Builder putIfAbsent(String key, String value) {
            return has(key) ? this : put(key, value);
        }

        public Builder putAll(Map<String, List<String>> more) {
            more.forEach(this::put);
            return this;
        }

        /** Whether the key is there already, in whatever case. */
        public boolean has(String key) {
            return names[slot(names, key, ContextKeyName.hash(key))] != null;
        }

        public ContextKeys build() {
            return new ContextKeys(names.clone(), values.clone());
        }

        private Builder set(String key, List<String> all) {
            int slot = slot(names, key, ContextKeyName.hash(key));
            if (names[slot] == null) {
                if (++count > names.length / 2) {
                    grow();
                    slot = slot(names, key, ContextKeyName.hash(key));
                }
                names[slot] = key;
            }
            values[slot] = all;
            return this;
        }

        private void grow() {
            @Nullable String[] before = names;
            @Nullable List<String>[] its = values;
            names = new String[before.length * 2];
            values = lists(before.length * 2);
            for (int i = 0; i < before.length; i++) {
                String name = before[i];
                if (name != null) {
                    int slot = slot(names, name, ContextKeyName.hash(name));
                    names[slot] = name;
                    values[slot] = its[i];
                }
            }
        }
    }
}
