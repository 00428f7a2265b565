package io.plsim.server.inbound;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The header lines of a message in the order of arrival; names are compared without regard to case. */
public final class Headers implements Iterable<Header> {
    public static final Headers NONE = new Headers(List.of());

    private final List<Header> lines;

    public Headers(List<Header> lines) {
        this.lines = List.copyOf(lines);
    }

    public static Headers of(String name, String value) {
        return new Headers(List.of(new Header(name, value)));
    }

    /** The value of the first line of that name. */
    public Optional<String> first(String name) {
        for (Header line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                return Optional.of(line.value());
            }
        }
        return Optional.empty();
    }

    /** The values of every line of that name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                values.add(line.value());
            }
        }
        return values;
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** These lines and one more. */
    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    public List<Header> lines() {
        return lines;
    }

    @Override
    public Iterator<Header> iterator() {
        return lines.iterator();
    }
}
