package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.Diagnosis;
import io.plsim.server.authentication.sigv4.mismatch.SignatureDiagnosis;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import org.jspecify.annotations.Nullable;

/** A signature that is refused, with the words AWS uses; carries no secret, token or expected signature. */
final class SignatureException extends Exception {
    static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service documentation for details.";
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable Diagnosis diagnosis;

    private SignatureException(Refusal refusal, @Nullable Diagnosis diagnosis) {
        // Control flow, not a fault: a stack trace would cost more than the verification.
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
        this.diagnosis = diagnosis;
    }

    static SignatureException incomplete(String message) {
        return of(AwsError.INCOMPLETE_SIGNATURE, message);
    }

    static SignatureException invalid(String message) {
        return of(AwsError.INVALID_SIGNATURE, message);
    }

    static SignatureException of(AwsError error, String message) {
        return new SignatureException(Refusal.of(error, message), null);
    }

    /** A mismatch quotes canonical request and string to sign, as AWS does, but without tokens. */
    static SignatureException mismatch(SignatureDiagnosis diagnosis) {
        String message = MISMATCH + "\n\nThe Canonical String for this request should have been\n'"
                + diagnosis.canonicalRequest() + "'\n\nThe String-to-Sign should have been\n'"
                + diagnosis.stringToSign() + "'\n";
        return new SignatureException(Refusal.of(AwsError.INVALID_SIGNATURE, message), diagnosis);
    }

    SignatureException because(Diagnosis reason) {
        return new SignatureException(refusal, reason);
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable
    Diagnosis diagnosis() {
        return diagnosis;
    }
}
