package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.sigv4.mismatch.SignatureDiagnosis;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.util.List;

/**
 * The last line of the canonical request: the hash of the bytes that arrived, whatever the client declared. A body that
 * the client declares to be unsigned is refused before it is read, because no operation of the service model allows it.
 */
final class PayloadHash {
    private static final String DECLARED = "x-amz-content-sha256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String STREAMING = "STREAMING-";

    private PayloadHash() {}

    static String of(InboundRequest request, SignatureRules rules) throws SignatureException, IOException {
        List<String> declared = request.headers().all(DECLARED);
        if (declared.size() == 1 && isUnsigned(declared.get(0))) {
            if (rules.unsignedPayload()) {
                return declared.get(0);
            }
            throw SignatureException.invalid(SignatureException.MISMATCH)
                    .because(SignatureDiagnosis.of(
                            "PAYLOAD_NOT_SIGNED",
                            "The client declares " + Quoted.of(declared.get(0)) + ", and this service has no operation"
                                    + " with an unsigned or chunk-signed payload: sign the SHA-256 of the body, or set"
                                    + " readings.unsignedPayload to true here."));
        }
        return request.body().sha256Hex();
    }

    /** Whether every declared hash is the one of the body; a false one can never be what was meant. */
    static boolean agrees(InboundRequest request, String hash) {
        return request.headers().all(DECLARED).stream().allMatch(hash::equals);
    }

    private static boolean isUnsigned(String declared) {
        return declared.equals(UNSIGNED) || declared.startsWith(STREAMING);
    }
}
