package io.plsim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One place of a request, written in the catalogue as {@code kind:argument}, where a question's value comes from. */
final class ValueSource {
    private final String text;
    private final Kind kind;
    private final String argument;
    private final String claim;
    private final String[] pointer;
    private final @Nullable String fallback;

    private enum Kind {
        PATH,
        QUERY,
        HEADER,
        BODY,
        EACH,
        CLAIM,
        WORKLOAD,
        CONSTANT
    }

    private ValueSource(String text, Kind kind, String argument, String claim, @Nullable String fallback) {
        this.text = text;
        this.kind = kind;
        this.argument = argument;
        this.claim = claim;
        this.pointer = argument.startsWith("/") ? BodyShape.names(argument) : new String[0];
        this.fallback = fallback;
    }

    /**
     * Reads the catalogue's notation.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static ValueSource of(String text) {
        int colon = text.indexOf(':');
        int bar = text.indexOf('|');
        Kind kind = Kind.valueOf(text.substring(0, Math.max(colon, 0)).toUpperCase(Locale.ROOT));
        String rest = text.substring(colon + 1, bar < 0 ? text.length() : bar);
        int hash = kind == Kind.CLAIM ? rest.indexOf('#') : rest.length();
        return new ValueSource(
                text,
                kind,
                rest.substring(0, hash),
                kind == Kind.CLAIM ? rest.substring(hash + 1) : "",
                bar < 0 ? null : text.substring(bar + 1));
    }

    /** The pointer into the body that this source reads, or null when it does not read the body. */
    @Nullable
    String bodyPointer() {
        return switch (kind) {
            case BODY, CLAIM, WORKLOAD -> argument;
            default -> null;
        };
    }

    /** The pointer below a list's element, or null. */
    @Nullable
    String elementPointer() {
        return kind == Kind.EACH ? argument : null;
    }

    boolean isPresent(RequestValues values) {
        return switch (kind) {
            case PATH -> values.label(argument) != null;
            case QUERY -> values.query(argument) != null;
            case HEADER -> values.header(argument) != null;
            case EACH -> !values.element(pointer).isEmpty();
            case BODY, CLAIM, WORKLOAD -> !values.body(pointer).isEmpty();
            case CONSTANT -> true;
        };
    }

    /** The one value, or null when the request does not carry it. */
    @Nullable
    String read(RequestValues values) throws MalformedRequestException {
        String value = switch (kind) {
            case PATH -> values.label(argument);
            case QUERY -> values.query(argument);
            case HEADER -> values.header(argument);
            case BODY, CLAIM -> onlyText(values.body(pointer));
            case EACH -> onlyText(values.element(pointer));
            case WORKLOAD -> workloadName(onlyText(values.body(pointer)));
            case CONSTANT -> argument;
        };
        return value == null ? fallback : value;
    }

    /** Every value: a claim may have several, all other sources have one at most. */
    List<String> readAll(RequestValues values) throws MalformedRequestException {
        String value = read(values);
        if (value == null) {
            return List.of();
        }
        return kind == Kind.CLAIM ? JwtClaims.read(value, claim) : List.of(value);
    }

    /** The members of the object at this pointer; none when it is absent. */
    List<JsonNode> nodes(RequestValues values) {
        return values.body(pointer);
    }

    /** How a message to the client names the place. */
    String place() {
        if (pointer.length > 0) {
            return String.join(".", pointer);
        }
        return kind == Kind.EACH ? "an element of the list" : argument;
    }

    @Override
    public String toString() {
        return text;
    }

    private @Nullable String onlyText(List<JsonNode> nodes) throws MalformedRequestException {
        if (nodes.isEmpty()) {
            return null;
        }
        if (nodes.size() > 1 || !nodes.get(0).isTextual()) {
            throw new MalformedRequestException("Member '" + place() + "' of the request body must be one string");
        }
        return nodes.get(0).textValue();
    }

    /** A token that is not the stub's could belong to any identity; it is asked about as {@code unknown}. */
    private static @Nullable String workloadName(@Nullable String token) {
        return token == null ? null : StubToken.workloadName(token).orElse("unknown");
    }
}
