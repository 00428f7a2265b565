package io.plsim.server.authentication;

import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.Authorizers.Protocol;
import io.plsim.server.authentication.bearer.ClaimRules.Check;
import io.plsim.server.authentication.bearer.ClaimRules.Violation;
import io.plsim.server.authentication.bearer.TokenRefusal;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.ErrorDialect;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.operation.Operation.ResourceKind;
import java.util.function.Supplier;

/**
 * How a resource refuses bearer callers: a runtime names the fault, a gateway says little more than no, and both tell an
 * MCP client by WWW-Authenticate where to get a token (AgentCore developer guide, runtime OAuth and gateway inbound
 * authorization; texts as observed).
 *
 * @param kind what the resource is
 * @param authorizer its authorizer
 * @param metadataUrl where its protected-resource metadata is
 */
record BearerAnswers(ResourceKind kind, Authorizer authorizer, Supplier<String> metadataUrl) {

    /** No token where only a token helps. */
    Refusal missing() {
        return switch (kind) {
            case GATEWAY -> challenge(Refusal.of(AwsError.UNAUTHORIZED, "Missing Bearer token"));
            default ->
                challenge(Refusal.of(
                        AwsError.UNAUTHORIZED,
                        authorizer.protocol() == Protocol.AGUI
                                ? "Authentication required"
                                : "Missing Authentication Token"));
        };
    }

    /** A token that proves nothing. */
    Refusal refused(TokenRefusal why) {
        Refusal named = kind == ResourceKind.GATEWAY ? invalid(why.name()) : why.refusal();
        return named.error() == AwsError.UNAUTHORIZED ? challenge(named) : shaped(named);
    }

    /** A good token that a check of the authorizer refuses. */
    Refusal violated(Violation violation) {
        String reason = TokenRefusal.TOKEN_CLAIM_MISMATCH.name();
        if (kind == ResourceKind.GATEWAY && violation.check() == Check.SCOPE) {
            return Refusal.of(AwsError.ACCESS_DENIED, "Insufficient scope")
                    .because(reason)
                    .in(ErrorDialect.JSON_RPC_GATEWAY)
                    .withHeader(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_scope\"" + scope() + ", resource_metadata=\""
                                    + metadataUrl.get() + "\"");
        }
        if (kind == ResourceKind.GATEWAY) {
            return challenge(invalid(reason));
        }
        String mismatch = "Claim '" + violation.claim() + "' value mismatch with configuration.";
        return challenge(Refusal.of(
                        AwsError.UNAUTHORIZED,
                        violation.check() == Check.CUSTOM_CLAIM ? mismatch + " Authorization denied." : mismatch)
                .because(reason));
    }

    private static Refusal invalid(String reason) {
        return Refusal.of(AwsError.UNAUTHORIZED, "Invalid Bearer token").because(reason);
    }

    private Refusal challenge(Refusal refusal) {
        Refusal shaped = shaped(refusal);
        return switch (kind) {
            case OTHER -> shaped;
            case RUNTIME ->
                shaped.withHeader("WWW-Authenticate", "Bearer resource_metadata=\"" + metadataUrl.get() + "\"");
            case GATEWAY ->
                shaped.withHeader(
                        "WWW-Authenticate", "Bearer resource_metadata=\"" + metadataUrl.get() + "\"" + scope());
        };
    }

    private Refusal shaped(Refusal refusal) {
        return switch (kind) {
            case OTHER -> refusal;
            case GATEWAY -> refusal.in(ErrorDialect.JSON_RPC_GATEWAY);
            case RUNTIME ->
                authorizer.protocol() == Protocol.AGUI
                        ? refusal.in(ErrorDialect.SSE_AGUI)
                        : refusal.error() == AwsError.UNAUTHORIZED
                                ? refusal.in(ErrorDialect.JSON_RPC_RUNTIME)
                                : refusal;
        };
    }

    private String scope() {
        return authorizer.rules().allowedScopes().isEmpty()
                ? ""
                : ", scope=\""
                        + String.join(" ", authorizer.rules().allowedScopes()).replace("\"", "") + "\"";
    }
}
