package io.plsim.policy.reference;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition key, global or of the service.
 *
 * @param name as in the reference; tag keys and the like end in a placeholder such as <code>${TagKey}</code>
 * @param type String, Arn, IpAddress, Bool, Date or Numeric
 * @param actions names of the actions whose requests carry it, when that is its presence
 * @param why why no request at an endpoint carries it, when that is its presence
 */
public record KnownConditionKey(
        String name,
        String type,
        boolean multivalued,
        Presence presence,
        Set<String> actions,
        @Nullable String why) {
    public KnownConditionKey {
        actions = Set.copyOf(actions);
    }

    /** Which requests through an interface endpoint carry a key. */
    public enum Presence {
        ALWAYS,
        /** Those of signed callers only: it says something about an IAM principal. */
        SIGNED,
        SOMETIMES,
        NEVER,
        /** Those of the named actions. */
        ACTION
    }
}
