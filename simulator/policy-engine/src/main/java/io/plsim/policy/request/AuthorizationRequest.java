package io.plsim.policy.request;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One question to a policy: may this principal do this action on this resource in this context? */
public final class AuthorizationRequest {
    private final Principal principal;
    private final String action;
    private final String actionLowerCase;
    private final String resource;
    private final List<String> resourceSpellings;
    private final List<String> callerNames;
    private final ContextKeys context;
    private final boolean permissionsBoundary;
    private volatile String @Nullable [] resourceFields;
    private volatile @Nullable String resourceHead;

    /**
     * A question.
     *
     * @param principal who asks
     * @param action with its prefix, such as {@code bedrock-agentcore:InvokeAgentRuntime}
     * @param resource the ARN asked about, or {@code *} for actions without resource-level permissions
     * @param context exactly what the request carries
     */
    public AuthorizationRequest(Principal principal, String action, String resource, ContextKeys context) {
        this(principal, action, resource, context, false);
    }

    /** The same for a caller of whom it is known whether a permissions boundary is set on it. */
    public AuthorizationRequest(
            Principal principal, String action, String resource, ContextKeys context, boolean permissionsBoundary) {
        this.principal = principal;
        this.action = action;
        this.actionLowerCase = action.toLowerCase(Locale.ROOT);
        this.resource = resource;
        this.resourceSpellings = ToolSpelling.of(resource);
        this.callerNames = CallerNames.of(principal);
        this.context = context;
        this.permissionsBoundary = permissionsBoundary;
    }

    public Principal principal() {
        return principal;
    }

    /** Every name under which a policy may list the caller. */
    public List<String> callerNames() {
        return callerNames;
    }

    public String action() {
        return action;
    }

    /** The action as patterns compare it: prefix and name without regard to case. */
    public String actionLowerCase() {
        return actionLowerCase;
    }

    public String resource() {
        return resource;
    }

    /** The resource as asked about, then the other spelling of the same thing where AWS uses two. */
    public List<String> resourceSpellings() {
        return resourceSpellings;
    }

    /** The resource at its first five colons, split once when an explanation first asks; not to be changed. */
    public String[] resourceFields() {
        String[] fields = resourceFields;
        if (fields == null) {
            fields = resource.split(":", 6);
            resourceFields = fields;
        }
        return fields;
    }

    /** All of the resource before the last of its fields: one text to compare, because most misses differ after it. */
    public String resourceHead() {
        String head = resourceHead;
        if (head == null) {
            String[] fields = resourceFields();
            head = resource.substring(0, resource.length() - fields[fields.length - 1].length());
            resourceHead = head;
        }
        return head;
    }

    public ContextKeys context() {
        return context;
    }

    /** Whether the caller has a permissions boundary: a Deny with NotPrincipal then spares it never. */
    public boolean hasPermissionsBoundary() {
        return permissionsBoundary;
    }
}
