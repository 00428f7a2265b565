package io.plsim.server.authentication.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The canonical query string: every parameter escaped the one way, sorted by name, then by value. */
public final class CanonicalQuery {
    private static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    private CanonicalQuery() {}

    /** One parameter, canonically escaped on both sides; a bare name has an empty value. */
    public record Parameter(String name, String value) {
        public String text() {
            return name + "=" + value;
        }
    }

    /** The canonical query of a raw one; a presigned request's own signature is no part of what was signed. */
    static String of(@Nullable String rawQuery, boolean withoutSignature) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        List<Parameter> parameters = parameters(rawQuery);
        if (withoutSignature) {
            parameters.removeIf(parameter -> parameter.name().equals(PresignedQuery.SIGNATURE));
        }
        if (parameters.size() == 1) {
            return parameters.get(0).text();
        }
        return joined(parameters);
    }

    /** Sorted and joined. */
    public static String joined(List<Parameter> parameters) {
        return parameters.stream().sorted(ORDER).map(Parameter::text).collect(Collectors.joining("&"));
    }

    /** The parameters of a raw query in the order they came; empty ones between ampersands are none. */
    public static List<Parameter> parameters(String rawQuery) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start <= rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    /** The decoded value of the first parameter of that name. */
    public static Optional<String> value(String rawQuery, String name) {
        return parameters(rawQuery).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> decode(parameter.value()));
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(canonical(pair), "")
                : new Parameter(canonical(pair.substring(0, equals)), canonical(pair.substring(equals + 1)));
    }

    /** A plus sign is a plus sign, as the SDKs have it; a form would read it as a blank. */
    private static String canonical(String raw) {
        return Escapes.escape(Escapes.unescape(raw), false);
    }

    static String decode(String canonical) {
        return Escapes.unescape(canonical);
    }
}
