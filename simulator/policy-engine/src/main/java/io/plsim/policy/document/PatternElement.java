package io.plsim.policy.document;

import java.util.List;

/**
 * Action, NotAction, Resource or NotResource of a statement.
 *
 * @param name as it was written
 * @param inverted whether the name starts with Not
 */
public record PatternElement(String name, boolean inverted, List<PlacedText> values, Place place) {
    public PatternElement {
        values = List.copyOf(values);
    }
}
