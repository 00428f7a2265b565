package io.plsim.policy.reference;

/**
 * A resource type of AgentCore.
 *
 * @param resource the resource part of its ARN, with <code>{}</code> for each id
 * @param system whether the ARN's account is the literal {@code aws}, because the service owns it
 */
public record KnownResourceType(String name, String resource, boolean system) {
    /** The part before the first id, such as {@code runtime/}. */
    public String head() {
        int id = resource.indexOf("{}");
        return id < 0 ? resource : resource.substring(0, id);
    }
}
