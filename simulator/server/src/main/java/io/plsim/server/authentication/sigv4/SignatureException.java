package io.plsim.server.authentication.sigv4;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import org.jspecify.annotations.Nullable;

/** A signature that is refused, with the words AWS uses; carries no secret and no expected signature. */
final class SignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable SignatureDiagnosis diagnosis;

    private SignatureException(Refusal refusal, @Nullable SignatureDiagnosis diagnosis) {
        super(refusal.message());
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

    static SignatureException mismatch(SignatureDiagnosis diagnosis) {
        String message = "The request signature we calculated does not match the signature you provided. Check your AWS"
                + " Secret Access Key and signing method. Consult the service documentation for details.\n\n"
                + "The Canonical String for this request should have been\n'" + diagnosis.canonicalRequest()
                + "'\n\nThe String-to-Sign should have been\n'" + diagnosis.stringToSign() + "'\n";
        return new SignatureException(Refusal.of(AwsError.INVALID_SIGNATURE, message), diagnosis);
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable SignatureDiagnosis diagnosis() {
        return diagnosis;
    }
}
