package io.plsim.server.authentication;

import io.plsim.server.authentication.AuthenticationResult.BearerToken;
import io.plsim.server.authentication.AuthenticationResult.NoCredentials;
import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.bearer.BearerHeader;
import io.plsim.server.authentication.bearer.WebSocketToken;
import io.plsim.server.authentication.sigv4.PresignedQuery;
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
    private final StatedIdentity stated;
    private final boolean verify;

    /** An authenticator; with {@code verify} false the stated access key is believed (and the banner warns). */
    public Authenticator(SignatureVerifier verifier, Signatories signatories, boolean verify) {
        this.verifier = verifier;
        this.stated = new StatedIdentity(signatories);
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
        if (PresignedQuery.isPresigned(request.rawQuery())) {
            return headers.isEmpty() ? presigned(request) : refused(AwsError.INVALID_SIGNATURE, "");
        }
        if (headers.isEmpty()) {
            return new NoCredentials();
        }
        if (headers.size() > 1) {
            return refused(AwsError.INCOMPLETE_SIGNATURE, "A request has one Authorization header.");
        }
        String header = headers.get(0);
        if (header.isBlank()) {
            return new NoCredentials(true);
        }
        Optional<String> token = BearerHeader.token(header);
        if (token.isPresent()) {
            return new BearerToken(token.get());
        }
        return verify ? verifier.verify(request, header) : stated.of(request, header);
    }

    private AuthenticationResult presigned(InboundRequest request) throws IOException {
        return verify ? verifier.verifyPresigned(request) : stated.ofPresigned(request);
    }

    private static AuthenticationResult refused(AwsError error, String message) {
        return new Refused(Refusal.of(error, message), null);
    }
}
