package io.plsim.policy.explanation;

import io.plsim.policy.decision.Outcome;
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
        Outcome otherOutcome,
        String sentence) {}
