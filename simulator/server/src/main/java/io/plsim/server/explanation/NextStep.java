package io.plsim.server.explanation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do about a request that was refused without a decision: by the record's reason, else by the error's type. */
final class NextStep {
    private static final String TAKE_TOKEN = "Send a token of an issuer that the configuration trusts; ./plsim token"
            + " prints one of the built-in issuer.";

    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry(
                    "UNKNOWN_OPERATION",
                    "Check the method and the path, and that the client points at the endpoint of the right service (data"
                            + " plane or gateway)."),
            Map.entry(
                    "CONTROL_PLANE_OPERATION",
                    "This operation belongs to bedrock-agentcore-control, a service with an endpoint of its own; point the"
                            + " client's control-plane calls there."),
            Map.entry(
                    "NOT_MODELLED",
                    "plsim does not know what this operation asks a policy, so it cannot judge it; docs/fidelity.md names"
                            + " these operations."),
            Map.entry(
                    "MALFORMED_REQUEST",
                    "Mend the request as the message says: a policy is asked only about what can be" + " read whole."),
            Map.entry(
                    "AUTHORIZATION_METHOD_MISMATCH",
                    "The authorizer of this runtime or gateway wants the other kind of credentials; compare the"
                            + " configuration's resources with what the client sends."),
            Map.entry("TWO_CREDENTIALS", "Send one kind of credentials, a signature or a bearer token."),
            Map.entry(
                    "TOKEN_MALFORMED",
                    "The header must be \"Authorization: Bearer\" with a JWT of three parts; print the"
                            + " token and look for blanks, quotes or a missing part."),
            Map.entry("TOKEN_TOO_LONG", "Issue a shorter token, with fewer claims."),
            Map.entry(
                    "TOKEN_ALGORITHM_NOT_ALLOWED",
                    "Let the issuer sign with RS256 or another algorithm that the" + " configuration allows."),
            Map.entry("TOKEN_TYPE_NOT_ALLOWED", "Send an access token: the \"typ\" of this one is another."),
            Map.entry(
                    "TOKEN_CRITICAL_HEADER",
                    "The token has a \"crit\" header that nobody here understands; issue it" + " without."),
            Map.entry(
                    "TOKEN_KEY_UNKNOWN",
                    "The issuer publishes no key of the token's \"kid\"; take a new token, its keys may have been"
                            + " rotated."),
            Map.entry(
                    "TOKEN_SIGNATURE_INVALID",
                    "The token was changed on its way, or another key signed it than the one"
                            + " the issuer publishes under that \"kid\"."),
            Map.entry("TOKEN_WITHOUT_EXPIRY", "Issue the token with an \"exp\" claim."),
            Map.entry("TOKEN_EXPIRED", "Take a new token; when it is new, compare the clocks of issuer and server."),
            Map.entry("TOKEN_NOT_YET_VALID", "Compare the clocks of issuer and server."),
            Map.entry(
                    "TOKEN_ISSUER_NOT_TRUSTED",
                    "Add the issuer's discoveryUrl below issuers in the configuration, or take"
                            + " a token of the built-in issuer with ./plsim token."),
            Map.entry(
                    "ISSUER_UNREACHABLE",
                    "Check that this server reaches the issuer's discovery document and key set;"
                            + " without keys nothing is let in."),
            Map.entry(
                    "TOKEN_CLAIM_MISMATCH",
                    "Compare the token's claims with the authorizer of this runtime or gateway in"
                            + " the configuration (audience, clients, scopes, custom claims)."),
            Map.entry(
                    "InvalidSignatureException",
                    "Mend what the message names (the clock, the Region and service of the scope, the body) and sign"
                            + " again."),
            Map.entry(
                    "SIGNATURE_MISMATCH",
                    "Compare the canonical request below line by line with the one the client signed (the AWS SDKs log it at"
                            + " debug level); the usual causes are another secret key, a Host that a proxy changed, a path"
                            + " escaped twice, and a clock that is five minutes off."),
            Map.entry(
                    "IncompleteSignatureException",
                    "The Authorization header lacks a part or has one in a wrong form; sign with an AWS SDK, or curl"
                            + " --aws-sigv4 aws:amz:REGION:bedrock-agentcore."),
            Map.entry(
                    "UnrecognizedClientException",
                    "The access key or session token is not known here; list it below principals in the configuration, or"
                            + " use one of the keys that the README names."),
            Map.entry("ExpiredTokenException", "Fetch new temporary credentials."),
            Map.entry(
                    "MissingAuthenticationTokenException",
                    "The request carries neither a signature nor a token; sign it for the service bedrock-agentcore, or send"
                            + " Authorization: Bearer with a token of ./plsim token."),
            Map.entry("UnauthorizedException", TAKE_TOKEN),
            Map.entry(
                    "AccessDeniedException",
                    "Sign every x-amz- header that is sent, and send the credentials that this" + " resource takes."),
            Map.entry(
                    "MalformedHttpRequestException",
                    "Look at the raw request: the path, the headers and the line ends."),
            Map.entry("RequestEntityTooLargeException", "Send a smaller body; AgentCore takes 100 MB."),
            Map.entry("InternalFailure", "This is a fault of plsim: please report it with the trace in its log."));

    private NextStep() {}

    static String of(@Nullable String reason, @Nullable String errorType) {
        String step = reason == null ? null : STEPS.get(reason);
        if (step == null && errorType != null) {
            step = STEPS.get(errorType);
        }
        return step == null ? "Mend the request as the message says." : step;
    }
}
