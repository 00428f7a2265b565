package io.plsim.server.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import io.plsim.policy.request.Principal;
import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.Authorizers.Type;
import io.plsim.server.authentication.bearer.TokenVerifier;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorDialect;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.operation.Operation;
import io.plsim.server.operation.Operation.CredentialRule;
import io.plsim.server.operation.Operation.ResourceKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second look at credentials, when the resource is known: does it take this kind, and is the token good for it? */
public final class CallerProof {
    private static final String MISMATCH = "Authorization method mismatch. The agent is configured for a different"
            + " authorization method than what was used in your request. Check the agent's authorization configuration"
            + " and ensure your request uses the matching method (OAuth or SigV4)";

    private final TokenVerifier tokens;
    private final Authorizers authorizers;
    private final boolean bearerEverywhere;

    public CallerProof(TokenVerifier tokens, Authorizers authorizers, boolean bearerEverywhere) {
        this.tokens = tokens;
        this.authorizers = authorizers;
        this.bearerEverywhere = bearerEverywhere;
    }

    /** The proven caller, or why there is none. */
    public record Result(@Nullable Caller caller, @Nullable Refusal refusal) {
        static Result of(Caller caller) {
            return new Result(caller, null);
        }

        static Result refused(Refusal refusal) {
            return new Result(null, refusal);
        }
    }

    /**
     * Proves the caller of an operation.
     *
     * @param metadataUrl where the resource's protected-resource metadata is, for the 401 of bearer-only resources
     */
    public Result prove(
            AuthenticationResult credentials, Operation operation, Optional<String> resourceId, String metadataUrl) {
        if (credentials instanceof Refused refused) {
            return Result.refused(refused.refusal());
        }
        if (operation.credentials() == CredentialRule.NONE) {
            return Result.of(Caller.UNSIGNED);
        }
        Authorizer authorizer = authorizers.of(operation.resourceKind(), resourceId);
        ErrorDialect dialect = operation.resourceKind() == ResourceKind.GATEWAY
                ? ErrorDialect.JSON_RPC_GATEWAY
                : ErrorDialect.JSON_RPC_RUNTIME;
        if (credentials instanceof SignedBy signed) {
            return authorizer.type() == Type.CUSTOM_JWT
                    ? Result.refused(Refusal.of(AwsError.ACCESS_DENIED, MISMATCH))
                    : Result.of(signed.caller());
        }
        if (credentials instanceof BearerToken bearer) {
            return bearer(bearer, operation, authorizer, dialect);
        }
        if (authorizer.type() == Type.NONE) {
            return Result.of(Caller.UNSIGNED);
        }
        return Result.refused(
                authorizer.type() == Type.CUSTOM_JWT
                        ? challenge(
                                dialect == ErrorDialect.JSON_RPC_GATEWAY
                                        ? "Missing Bearer token"
                                        : "Missing Authentication Token",
                                dialect,
                                metadataUrl)
                        : Refusal.of(AwsError.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token"));
    }

    private Result bearer(BearerToken bearer, Operation operation, Authorizer authorizer, ErrorDialect dialect) {
        boolean iamOnly = authorizer.type() == Type.AWS_IAM || authorizer.type() == Type.AUTHENTICATE_ONLY;
        boolean notTaken = operation.credentials() == CredentialRule.SIGV4 && !bearerEverywhere;
        if (iamOnly || notTaken) {
            return Result.refused(Refusal.of(AwsError.ACCESS_DENIED, MISMATCH));
        }
        TokenVerifier.Result proven = tokens.verify(bearer.token(), authorizer.discoveryUrl());
        JWTClaimsSet claims = proven.claims();
        if (claims == null) {
            Refusal refusal = proven.refusal();
            boolean gateway = dialect == ErrorDialect.JSON_RPC_GATEWAY && refusal != null;
            return new Result(
                    null,
                    gateway
                            ? Refusal.of(AwsError.UNAUTHORIZED, "Invalid Bearer token")
                                    .in(dialect)
                            : refusal);
        }
        return violated(claims, authorizer)
                .map(claim -> Result.refused(
                        Refusal.of(AwsError.UNAUTHORIZED, "Claim '" + claim + "' value mismatch with configuration.")
                                .in(dialect)))
                .orElseGet(() -> Result.of(new Caller(Caller.Kind.OAUTH, new Principal.OAuthCaller(), Map.of())));
    }

    /** The first claim that a configured check refuses. */
    private static Optional<String> violated(JWTClaimsSet claims, Authorizer authorizer) {
        if (!authorizer.allowedClients().isEmpty()
                && !authorizer.allowedClients().contains(String.valueOf(claims.getClaim("client_id")))) {
            return Optional.of("client_id");
        }
        if (!authorizer.allowedAudience().isEmpty()
                && claims.getAudience().stream().noneMatch(authorizer.allowedAudience()::contains)) {
            return Optional.of("aud");
        }
        if (!authorizer.allowedScopes().isEmpty()
                && scopes(claims).stream().noneMatch(authorizer.allowedScopes()::contains)) {
            return Optional.of("scope");
        }
        return Optional.empty();
    }

    private static Collection<String> scopes(JWTClaimsSet claims) {
        Object scope = claims.getClaim("scope");
        if (scope instanceof String text) {
            return Set.of(text.split(" "));
        }
        Object list = scope instanceof List<?> ? scope : claims.getClaim("scp");
        return list instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Refusal challenge(String message, ErrorDialect dialect, String metadataUrl) {
        return Refusal.of(AwsError.UNAUTHORIZED, message)
                .in(dialect)
                .withHeader("WWW-Authenticate", "Bearer resource_metadata=\"" + metadataUrl + "\"");
    }
}
