package io.plsim.server.authentication;

import io.plsim.server.authentication.bearer.ClaimRules;
import io.plsim.server.operation.Operation.ResourceKind;
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
        /** A gateway that lets everybody in and looks at no token. */
        NONE,
        /** A gateway that proves the signature and leaves the rest to what stands behind it. */
        AUTHENTICATE_ONLY
    }

    /** The protocol that a runtime speaks, as far as it shapes the refusals (service model, {@code serverProtocol}). */
    public enum Protocol {
        HTTP,
        MCP,
        A2A,
        AGUI
    }

    /**
     * One resource's authorizer.
     *
     * @param discoveryUrl the one issuer whose tokens it takes; null for every trusted one
     * @param rules what the claims must be
     */
    public record Authorizer(Type type, @Nullable String discoveryUrl, ClaimRules rules, Protocol protocol) {
        public static final Authorizer ANY = of(Type.ANY);

        /** An authorizer without an issuer or rules of its own. */
        public static Authorizer of(Type type) {
            return new Authorizer(type, null, ClaimRules.NONE, Protocol.HTTP);
        }

        public Authorizer speaking(Protocol other) {
            return new Authorizer(type, discoveryUrl, rules, other);
        }
    }

    private final Map<String, Authorizer> byResource;

    /** Authorizers by {@code KIND/id}. */
    public Authorizers(Map<String, Authorizer> byResource) {
        this.byResource = Map.copyOf(byResource);
    }

    public static String key(ResourceKind kind, String id) {
        return kind + "/" + id;
    }

    /** The authorizer of the resource that a request names; the one that takes everything when it names none. */
    public Authorizer of(ResourceKind kind, Optional<String> id) {
        return id.map(known -> byResource.getOrDefault(key(kind, known), Authorizer.ANY))
                .orElse(Authorizer.ANY);
    }
}
