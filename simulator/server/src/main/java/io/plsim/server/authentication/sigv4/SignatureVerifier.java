package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.AuthenticationResult;
import io.plsim.server.authentication.Signatories;
import io.plsim.server.authentication.sigv4.AuthorizationHeader.CredentialScope;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies Signature Version 4 in the Authorization header. The order of the checks is AWS's: form, date, scope, key,
 * signature; the body is read last, after everything that can be refused without it.
 */
public final class SignatureVerifier {
    /** How far a signature's date may be from the clock, both ways. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final String SERVICE = "bedrock-agentcore";
    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";

    private final Signatories signatories;
    private final String region;
    private final Clock clock;

    public SignatureVerifier(Signatories signatories, String region, Clock clock) {
        this.signatories = signatories;
        this.region = region;
        this.clock = clock;
    }

    /** Verifies the signature of a request whose only Authorization header is {@code header}. */
    public AuthenticationResult verify(InboundRequest request, String header) throws IOException {
        try {
            return new AuthenticationResult.SignedBy(proven(request, header).caller());
        } catch (SignatureException refused) {
            return new AuthenticationResult.Refused(refused.refusal(), refused.diagnosis());
        }
    }

    private Signatories.Signatory proven(InboundRequest request, String header)
            throws SignatureException, IOException {
        AuthorizationHeader authorization = AuthorizationHeader.parse(header);
        requireSignedHost(authorization);
        String date = date(request.headers());
        requireWithinWindow(date);
        requireScope(authorization.credential(), date);
        requireEverythingSigned(request.headers(), authorization.signedHeaders());
        Signatories.Signatory signatory = signatory(request.headers(), authorization.credential());
        String bodyHash = bodyHash(request);
        String canonical = CanonicalRequest.of(request, authorization.signedHeaders(), bodyHash);
        String stringToSign = String.join(
                "\n",
                AuthorizationHeader.ALGORITHM,
                date,
                authorization.credential().scope(),
                SigningKey.sha256Hex(canonical));
        String expected =
                signatory.sign(secret -> SigningKey.sign(SigningKey.derive(secret, authorization.credential()), stringToSign));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                authorization.signature().getBytes(StandardCharsets.UTF_8))) {
            throw SignatureException.mismatch(new SignatureDiagnosis(
                    canonical, stringToSign, missing(request.headers(), authorization.signedHeaders())));
        }
        return signatory;
    }

    private static void requireSignedHost(AuthorizationHeader authorization) throws SignatureException {
        if (!authorization.signedHeaders().contains("host")) {
            throw SignatureException.invalid(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private static String date(Headers headers) throws SignatureException {
        List<String> dates = headers.all("X-Amz-Date");
        if (dates.isEmpty()) {
            throw SignatureException.incomplete(
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (dates.size() > 1 || parse(dates.get(0)).isEmpty()) {
            throw SignatureException.incomplete("Date must be in ISO-8601 'basic format'. Got '"
                    + dates.get(0).replaceAll("[^ -~]", "?") + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
        return dates.get(0);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(LocalDateTime.parse(date, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private void requireWithinWindow(String date) throws SignatureException {
        Instant signed = parse(date).orElseThrow();
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(WINDOW))) {
            throw SignatureException.invalid("Signature expired: %s is now earlier than %s (%s - 5 min.)"
                    .formatted(date, basic(now.minus(WINDOW)), basic(now)));
        }
        if (signed.isAfter(now.plus(WINDOW))) {
            throw SignatureException.invalid("Signature not yet current: %s is still later than %s (%s + 5 min.)"
                    .formatted(date, basic(now.plus(WINDOW)), basic(now)));
        }
    }

    private static String basic(Instant instant) {
        return BASIC.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private void requireScope(CredentialScope scope, String date) throws SignatureException {
        List<String> faults = new ArrayList<>();
        if (!scope.region().equals(region)) {
            faults.add("Credential should be scoped to a valid region, not '" + plain(scope.region()) + "'.");
        }
        if (!scope.service().equals(SERVICE)) {
            faults.add("Credential should be scoped to correct service: '" + SERVICE + "'.");
        }
        if (!scope.terminator().equals("aws4_request")) {
            faults.add("Credential should be scoped with a valid terminator: 'aws4_request', not '"
                    + plain(scope.terminator()) + "'.");
        }
        if (!date.startsWith(scope.date()) || scope.date().length() != 8) {
            faults.add("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + plain(scope.date()) + "' != '" + date.substring(0, 8) + "', from '" + date + "'.");
        }
        if (!faults.isEmpty()) {
            throw SignatureException.invalid(String.join(" ", faults));
        }
    }

    /** An {@code x-amz-} header that nobody signed could have been added on the way; {@code x-amzn-} ones are free. */
    private static void requireEverythingSigned(Headers headers, List<String> signed) throws SignatureException {
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-") && !signed.contains(name)) {
                throw SignatureException.of(
                        AwsError.ACCESS_DENIED, "There were headers present in the request which were not signed");
            }
        }
    }

    private Signatories.Signatory signatory(Headers headers, CredentialScope scope) throws SignatureException {
        List<String> tokens = headers.all("X-Amz-Security-Token");
        Optional<Signatories.Signatory> found = tokens.size() > 1
                ? Optional.empty()
                : signatories.find(scope.accessKeyId(), tokens.stream().findFirst());
        Signatories.Signatory signatory =
                found.orElseThrow(() -> SignatureException.of(AwsError.UNRECOGNIZED_CLIENT, INVALID_TOKEN));
        if (signatory.expiredAt(clock.instant())) {
            throw SignatureException.of(
                    AwsError.EXPIRED_TOKEN, "The security token included in the request is expired");
        }
        return signatory;
    }

    /** The hash of the bytes that arrived, whatever the client declared; a different declaration can never verify. */
    private static String bodyHash(InboundRequest request) throws SignatureException, IOException {
        String computed = request.body().sha256Hex();
        Optional<String> declared = request.headers().first("x-amz-content-sha256");
        if (declared.isPresent() && !declared.get().equals(computed)) {
            throw SignatureException.invalid("The provided 'x-amz-content-sha256' header does not match what was"
                    + " computed. UNSIGNED-PAYLOAD and STREAMING payloads are not accepted by this service.");
        }
        return computed;
    }

    private static List<String> missing(Headers headers, List<String> signed) {
        return signed.stream().filter(name -> !headers.has(name)).toList();
    }

    private static String plain(String text) {
        String ascii = text.replaceAll("[^ -~]", "?");
        return ascii.length() > 80 ? ascii.substring(0, 80) : ascii;
    }
}
