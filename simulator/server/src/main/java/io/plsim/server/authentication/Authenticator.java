package io.plsim.server.authentication;

import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.bearer.BearerHeader;
import io.plsim.server.authentication.bearer.WebSocketToken;
import io.plsim.server.authentication.sigv4.SignatureVerifier;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The first look at a request's credentials: a signature is proven here, a token waits until its resource is known. */
public final class Authenticator {
    private final SignatureVerifier verifier;
    private final Signatories signatories;
    private final boolean verify;

    /** An authenticator; with {@code verify} false the stated access key is believed (and the banner warns). */
    public Authenticator(SignatureVerifier verifier, Signatories signatories, boolean verify) {
        this.verifier = verifier;
        this.signatories = signatories;
        this.verify = verify;
    }

    public AuthenticationResult identify(InboundRequest request) throws IOException {
        AuthenticationResult inSubprotocol = WebSocketToken.of(request);
        AuthenticationResult elsewhere = outsideSubprotocol(request);
        if (inSubprotocol instanceof NoCredentials) {
            return elsewhere;
        }
        return elsewhere instanceof NoCredentials ? inSubprotocol : WebSocketToken.besideOtherCredentials();
    }

    private AuthenticationResult outsideSubprotocol(InboundRequest request) throws IOException {
        List<String> headers = request.headers().all("Authorization");
        String query = request.rawQuery() == null ? "" : request.rawQuery();
        boolean presigned = query.contains("X-Amz-Algorithm=") || query.contains("X-Amz-Signature=");
        if (presigned) {
            // Query signatures are not verified yet: what cannot be proven is refused.
            return new Refused(
                    Refusal.of(
                            AwsError.INCOMPLETE_SIGNATURE,
                            headers.isEmpty()
                                    ? "Presigned requests are not supported by this endpoint."
                                    : "A request carries one signature: in the header or in the query."),
                    null);
        }
        if (headers.isEmpty() || headers.size() == 1 && headers.get(0).isBlank()) {
            return new NoCredentials();
        }
        if (headers.size() > 1) {
            return new Refused(
                    Refusal.of(AwsError.INCOMPLETE_SIGNATURE, "A request has one Authorization header."), null);
        }
        String header = headers.get(0);
        Optional<String> token = BearerHeader.token(header);
        if (token.isPresent()) {
            return new BearerToken(token.get());
        }
        return verify ? verifier.verify(request, header) : believed(header);
    }

    /** {@code authentication: parse}: the access key in the header is taken at its word. */
    private AuthenticationResult believed(String header) {
        int from = header.indexOf("Credential=");
        int to = from < 0 ? -1 : header.indexOf('/', from);
        Optional<Signatories.Signatory> stated = to < 0
                ? Optional.empty()
                : signatories.findUnproven(header.substring(from + "Credential=".length(), to));
        return stated.<AuthenticationResult>map(signatory -> new SignedBy(signatory.caller()))
                .orElseGet(() -> new Refused(
                        Refusal.of(
                                AwsError.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid."),
                        null));
    }
}
