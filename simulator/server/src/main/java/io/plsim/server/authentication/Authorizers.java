package io.plsim.server.authentication;

import io.plsim.server.operation.Operation.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may call the configured runtimes and gateways; what is not listed takes signatures and trusted tokens alike. */
public final class Authorizers {
    /** The kinds of authorizer a resource can have. */
    public enum Type {
        /** Nothing is configured: SigV4 or a token of any trusted issuer. */
        ANY,
        AWS_IAM,
        CUSTOM_JWT,
        NONE,
        AUTHENTICATE_ONLY
    }

    /**
     * One resource's authorizer; the lists are empty where a check is not configured.
     *
     * @param discoveryUrl the one issuer whose tokens it takes; null for every trusted one
     */
    public record Authorizer(
            Type type,
            @Nullable String discoveryUrl,
            List<String> allowedAudience,
            List<String> allowedClients,
            List<String> allowedScopes) {
        public static final Authorizer ANY = new Authorizer(Type.ANY, null, List.of(), List.of(), List.of());
    }

    private final Map<String, Authorizer> byResource;

    /** Authorizers by {@code KIND/id}. */
    public Authorizers(Map<String, Authorizer> byResource) {
        this.byResource = Map.copyOf(byResource);
    }

    public static String key(ResourceKind kind, String id) {
        return kind + "/" + id;
    }

    Authorizer of(ResourceKind kind, Optional<String> id) {
        return id.map(known -> byResource.getOrDefault(key(kind, known), Authorizer.ANY))
                .orElse(Authorizer.ANY);
    }
}
