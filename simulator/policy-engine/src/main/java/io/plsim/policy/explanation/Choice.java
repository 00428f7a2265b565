package io.plsim.policy.explanation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A reading of AWS's pages on which an outcome hangs: with the other reading it would be another.
 *
 * @param name the key below {@code readings} in the configuration file; null where the reading is an assumption without
 *     a switch
 * @param chosen the value in force; null without a switch
 * @param other the value that would change the outcome; null without a switch
 * @param otherOutcome what the outcome would be
 * @param sentence what AWS leaves open, and how it is read here
 */
public record Choice(
        @Nullable String name,
        @Nullable String chosen,
        @Nullable String other,
        String otherOutcome,
        String sentence) {

    /** The choice as two or three sentences. */
    public String words() {
        String would = "the outcome would be " + otherOutcome;
        return name == null
                ? sentence + " Otherwise " + would + "; there is no switch for this."
                : sentence + " In force is " + name + ": " + chosen + "; with " + other + " " + would + ".";
    }

    /** The choice as it stands in the decision JSON. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("switch", name)
                .put("chosen", chosen)
                .put("other", other)
                .put("otherOutcome", otherOutcome)
                .put("detail", sentence);
    }
}
