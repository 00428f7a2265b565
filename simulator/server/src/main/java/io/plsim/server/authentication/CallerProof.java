package io.plsim.server.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import io.plsim.policy.request.Principal;
import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.Authorizers.Type;
import io.plsim.server.authentication.bearer.TokenProof;
import io.plsim.server.authentication.bearer.TokenVerifier;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.operation.Operation;
import io.plsim.server.operation.Operation.CredentialRule;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The second look at credentials, when the resource is known: does it take this kind, and is the token good for it? */
public final class CallerProof {
    private static final String MISMATCH = "Authorization method mismatch. The agent is configured for a different"
            + " authorization method than what was used in your request. Check the agent's authorization configuration"
            + " and ensure your request uses the matching method (OAuth or SigV4)";

    private final TokenVerifier tokens;
    private final Authorizers authorizers;
    private final boolean bearerEverywhere;
    private final boolean verify;

    /**
     * A proof by the configuration.
     *
     * @param bearerEverywhere whether tokens are taken where the service model knows SigV4 only
     * @param verify false to believe every readable token, as with signatures (and the banner warns)
     */
    public CallerProof(TokenVerifier tokens, Authorizers authorizers, boolean bearerEverywhere, boolean verify) {
        this.tokens = tokens;
        this.authorizers = authorizers;
        this.bearerEverywhere = bearerEverywhere;
        this.verify = verify;
    }

    /**
     * The proven caller, or why there is none.
     *
     * @param diagnosis for the decision record only; null where the refusal says everything
     */
    public record Result(
            @Nullable Caller caller,
            @Nullable Refusal refusal,
            @Nullable TokenDiagnosis diagnosis) {
        static Result of(Caller caller) {
            return new Result(caller, null, null);
        }

        static Result refused(Refusal refusal) {
            return new Result(null, refusal, null);
        }

        static Result refused(Refusal refusal, String detail) {
            return new Result(null, refusal, new TokenDiagnosis(detail));
        }
    }

    /** What was expected of a refused token; nothing that the token says. */
    public record TokenDiagnosis(String token) implements Diagnosis {
        @Override
        public String headline() {
            return "";
        }

        @Override
        public String text() {
            return "The token: " + token + "\n";
        }
    }

    /**
     * Proves the caller of an operation.
     *
     * @param metadataUrl where the resource's protected-resource metadata is, for the challenge of a 401
     */
    public Result prove(
            AuthenticationResult credentials,
            Operation operation,
            Optional<String> resourceId,
            Supplier<String> metadataUrl) {
        if (credentials instanceof Refused refused) {
            return Result.refused(refused.refusal());
        }
        if (operation.credentials() == CredentialRule.NONE) {
            return Result.of(Caller.UNSIGNED);
        }
        Authorizer authorizer = authorizers.of(operation.resourceKind(), resourceId);
        BearerAnswers answers = new BearerAnswers(operation.resourceKind(), authorizer, metadataUrl);
        if (credentials instanceof SignedBy signed) {
            return authorizer.type() == Type.CUSTOM_JWT ? mismatch() : Result.of(signed.caller());
        }
        if (authorizer.type() == Type.NONE) {
            // Nobody looks at the token here, so nothing is known of the caller.
            return Result.of(Caller.UNSIGNED);
        }
        if (credentials instanceof BearerToken bearer) {
            return takesTokens(operation, authorizer) ? bearer(bearer, authorizer, answers) : mismatch();
        }
        return Result.refused(authorizer.type() == Type.CUSTOM_JWT ? answers.missing() : missing(credentials));
    }

    /** An empty Authorization header is, to the signature's side, one of an unknown kind. */
    private static Refusal missing(AuthenticationResult credentials) {
        return credentials instanceof NoCredentials none && none.emptyHeader()
                ? Refusal.of(AwsError.INCOMPLETE_SIGNATURE, "Unsupported AWS 'algorithm': ''.")
                : Refusal.of(AwsError.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }

    private boolean takesTokens(Operation operation, Authorizer authorizer) {
        boolean signedOnly = authorizer.type() == Type.AWS_IAM || authorizer.type() == Type.AUTHENTICATE_ONLY;
        return !signedOnly && (bearerEverywhere || operation.credentials() != CredentialRule.SIGV4);
    }

    private Result bearer(BearerToken bearer, Authorizer authorizer, BearerAnswers answers) {
        TokenProof proof = verify
                ? tokens.verify(bearer.token(), authorizer.discoveryUrl())
                : TokenVerifier.believe(bearer.token());
        if (proof instanceof TokenProof.Refused refused) {
            return Result.refused(answers.refused(refused.refusal()), refused.detail());
        }
        JWTClaimsSet claims = ((TokenProof.Proven) proof).claims();
        return authorizer
                .rules()
                .violatedBy(claims)
                .map(violation -> Result.refused(
                        answers.violated(violation),
                        "the claim " + violation.claim() + " must be " + violation.expected()))
                .orElseGet(() -> Result.of(new Caller(Caller.Kind.OAUTH, new Principal.OAuthCaller(), Map.of())));
    }

    private static Result mismatch() {
        return Result.refused(Refusal.of(AwsError.ACCESS_DENIED, MISMATCH).because("AUTHORIZATION_METHOD_MISMATCH"));
    }
}
