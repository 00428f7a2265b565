package io.plsim.server.authentication;

import io.plsim.server.authentication.AuthenticationResult.Refused;
import io.plsim.server.authentication.AuthenticationResult.SignedBy;
import io.plsim.server.authentication.sigv4.CanonicalQuery;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import java.util.Optional;

/** {@code authentication: parse}: the access key that a request states is taken at its word, and nothing is proven. */
final class StatedIdentity {
    private static final String CREDENTIAL = "Credential=";
    private static final String TOKEN = "X-Amz-Security-Token";

    private final Signatories signatories;

    StatedIdentity(Signatories signatories) {
        this.signatories = signatories;
    }

    AuthenticationResult of(InboundRequest request, String header) {
        int from = header.indexOf(CREDENTIAL);
        int to = from < 0 ? -1 : header.indexOf('/', from);
        return to < 0
                ? unknown()
                : believed(
                        header.substring(from + CREDENTIAL.length(), to),
                        request.headers().first(TOKEN));
    }

    AuthenticationResult ofPresigned(InboundRequest request) {
        String query = request.rawQuery() == null ? "" : request.rawQuery();
        String credential = CanonicalQuery.value(query, "X-Amz-Credential").orElse("");
        int to = credential.indexOf('/');
        return to < 0 ? unknown() : believed(credential.substring(0, to), CanonicalQuery.value(query, TOKEN));
    }

    private AuthenticationResult believed(String accessKeyId, Optional<String> token) {
        return signatories
                .findUnproven(accessKeyId, token)
                .<AuthenticationResult>map(signatory -> new SignedBy(signatory.caller()))
                .orElseGet(StatedIdentity::unknown);
    }

    private static AuthenticationResult unknown() {
        return new Refused(
                Refusal.of(AwsError.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid."),
                null);
    }
}
