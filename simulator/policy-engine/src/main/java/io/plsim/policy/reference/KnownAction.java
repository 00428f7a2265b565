package io.plsim.policy.reference;

import java.util.Set;

/**
 * An action of the service prefix {@code bedrock-agentcore}.
 *
 * @param name without the prefix, spelled as in the reference
 * @param resourceTypes names of the types that it is asked on; empty when it is asked on {@code *} alone
 * @param alsoOnStar whether the reference lists no type while AWS's pages scope it
 */
public record KnownAction(String name, Plane plane, Set<String> resourceTypes, boolean alsoOnStar) {
    public KnownAction {
        resourceTypes = Set.copyOf(resourceTypes);
    }

    /** Which API an action belongs to. */
    public enum Plane {
        DATA,
        CONTROL,
        /** In the reference, but no operation of that name is in the service models. */
        UNKNOWN
    }
}
