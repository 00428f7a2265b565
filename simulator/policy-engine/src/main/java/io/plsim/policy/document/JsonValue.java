package io.plsim.policy.document;

import java.util.List;

/** A JSON value that remembers where it was written; the raw material of a policy document. */
sealed interface JsonValue {
    Place place();

    /** An object; its members keep their order, and duplicates were reported when it was read. */
    record Members(Place place, List<Member> members) implements JsonValue {}

    /** One member of an object. */
    record Member(String name, Place place, JsonValue value) {}

    /** An array. */
    record Items(Place place, List<JsonValue> items) implements JsonValue {}

    /** A string, number, boolean or null in its text form. */
    record Scalar(Place place, Kind kind, String text) implements JsonValue {
        PlacedText placed() {
            return new PlacedText(text, place);
        }
    }

    /** What a scalar was written as. */
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
