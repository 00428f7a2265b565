package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.Signatories;
import io.plsim.server.authentication.Signatories.Signatory;
import io.plsim.server.authentication.sigv4.SignatureClaim.Place;
import io.plsim.server.authentication.sigv4.mismatch.MismatchDebugger;
import io.plsim.server.authentication.sigv4.mismatch.MismatchDebugger.Claimed;
import io.plsim.server.authentication.sigv4.mismatch.SignatureDiagnosis;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies Signature Version 4, in the Authorization header or in the query. The order of the checks is AWS's: form,
 * date, scope, key, signature; the body is read last, after everything that can be refused without it.
 */
public final class SignatureVerifier {
    private static final String SERVICE = "bedrock-agentcore";
    private static final String TERMINATOR = "aws4_request";

    private final Signatories signatories;
    private final String region;
    private final Clock clock;
    private final SignatureRules rules;
    private final Examiner examiner;

    public SignatureVerifier(Signatories signatories, String region, Clock clock, SignatureRules rules) {
        this(signatories, region, clock, rules, MismatchDebugger::examine);
    }

    SignatureVerifier(Signatories signatories, String region, Clock clock, SignatureRules rules, Examiner examiner) {
        this.signatories = signatories;
        this.region = region;
        this.clock = clock;
        this.rules = rules;
        this.examiner = examiner;
    }

    /** Verifies the signature of a request whose only Authorization header is {@code header}. */
    public AuthenticationResult verify(InboundRequest request, String header) throws IOException {
        return answer(() -> proven(request, AuthorizationHeader.read(request.headers(), header)));
    }

    /** Verifies the signature of a presigned request. */
    public AuthenticationResult verifyPresigned(InboundRequest request) throws IOException {
        String query = request.rawQuery() == null ? "" : request.rawQuery();
        return answer(() -> proven(request, PresignedQuery.read(request.headers(), query)));
    }

    private AuthenticationResult answer(Proof proof) throws IOException {
        try {
            return new AuthenticationResult.SignedBy(proof.run().caller());
        } catch (SignatureException refused) {
            boolean incomplete = refused.refusal().error() == AwsError.INCOMPLETE_SIGNATURE;
            return new AuthenticationResult.Refused(
                    incomplete ? refused.refusal().withStatus(rules.incompleteStatus()) : refused.refusal(),
                    refused.diagnosis());
        }
    }

    private Signatory proven(InboundRequest request, SignatureClaim claim) throws SignatureException, IOException {
        SignedHeaders signed = SignedHeaders.parse(claim.signedHeaders());
        Instant now = clock.instant();
        SigningWindow.require(claim, request, now, rules);
        CredentialScope scope = CredentialScope.parse(claim.credential());
        requireScope(scope, claim.date());
        Signatory signatory = signatory(scope, claim.sessionTokens(), now);
        requireSignedDate(claim, signed);
        signed.requireEveryAmzHeader(request.headers());
        String bodyHash = PayloadHash.of(request, rules);
        CanonicalRequest canonical = CanonicalRequest.of(request, signed, claim.place(), bodyHash);
        String expected =
                Signing.signature(signatory.signingKey(scope), Signing.stringToSign(canonical, claim.date(), scope));
        List<String> missing = signed.missingFrom(request.headers());
        if (!same(expected, claim.signature()) || !missing.isEmpty() || !PayloadHash.agrees(request, bodyHash)) {
            Claimed claimed = new Claimed(claim.signature(), claim.date(), scope, signatory);
            throw SignatureException.mismatch(
                    examiner.examine(request, canonical, claimed, missing, signatories.othersThan(signatory)));
        }
        return signatory;
    }

    private void requireScope(CredentialScope scope, String date) throws SignatureException {
        List<String> faults = new ArrayList<>();
        if (!scope.region().equals(region)) {
            faults.add("Credential should be scoped to a valid region, not '" + Quoted.of(scope.region()) + "'.");
        }
        if (!scope.service().equals(SERVICE)) {
            faults.add("Credential should be scoped to correct service: '" + SERVICE + "'.");
        }
        if (!scope.terminator().equals(TERMINATOR)) {
            faults.add("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '"
                    + Quoted.of(scope.terminator()) + "'.");
        }
        String day = date.substring(0, 8);
        if (!scope.date().equals(day)) {
            faults.add("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + Quoted.of(scope.date()) + "' != '" + day + "', from '" + date + "'.");
        }
        if (!faults.isEmpty()) {
            throw SignatureException.invalid(String.join(" ", faults));
        }
    }

    private Signatory signatory(CredentialScope scope, List<String> tokens, Instant now) throws SignatureException {
        Optional<Signatory> found = tokens.size() > 1
                ? Optional.empty()
                : signatories.find(scope.accessKeyId(), tokens.stream().findFirst());
        Signatory signatory = found.orElseThrow(() -> SignatureException.of(
                AwsError.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid."));
        if (signatory.expiredAt(now)) {
            throw SignatureException.of(
                    AwsError.EXPIRED_TOKEN, "The security token included in the request is expired");
        }
        return signatory;
    }

    /** A date that nobody signed could be renewed for ever. An unsigned {@code X-Amz-Date} is refused with its like. */
    private static void requireSignedDate(SignatureClaim claim, SignedHeaders signed) throws SignatureException {
        if (claim.place() == Place.HEADER && claim.dateHeader().equals("date") && !signed.contains("date")) {
            throw SignatureException.of(
                    AwsError.ACCESS_DENIED, "There were headers present in the request which were not signed");
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean same(String expected, String claimed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
    }

    /** Finds out why a signature does not match. */
    interface Examiner {
        SignatureDiagnosis examine(
                InboundRequest request,
                CanonicalRequest canonical,
                Claimed claimed,
                List<String> missing,
                List<Signatory> others)
                throws IOException;
    }

    private interface Proof {
        Signatory run() throws SignatureException, IOException;
    }
}
