package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.Diagnosis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a developer needs to find out why a signature was refused; in the decision record only.
 *
 * @param canonicalRequest as this server builds it, tokens redacted; null when it did not come to that
 * @param stringToSign as this server builds it, from the canonical request as it is
 * @param missingSignedHeaders headers that were signed and did not arrive
 * @param causes the likely ones, best first
 */
public record SignatureDiagnosis(
        @Nullable String canonicalRequest,
        @Nullable String stringToSign,
        List<String> missingSignedHeaders,
        List<Cause> causes)
        implements Diagnosis {

    /** A diagnosis that needs no canonical request. */
    public static SignatureDiagnosis of(String code, String sentence) {
        return new SignatureDiagnosis(null, null, List.of(), List.of(new Cause(code, sentence, true)));
    }

    @Override
    public String headline() {
        return causes.isEmpty() ? "" : causes.get(0).sentence();
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Cause cause : causes) {
            text.append(cause.proven() ? "" : "Possible: ")
                    .append(cause.sentence())
                    .append('\n');
        }
        if (!missingSignedHeaders.isEmpty()) {
            text.append("Signed headers that did not arrive: ")
                    .append(String.join(", ", missingSignedHeaders))
                    .append('\n');
        }
        if (canonicalRequest != null) {
            text.append("\nThe canonical request, as this server builds it:\n").append(indented(canonicalRequest));
        }
        if (stringToSign != null) {
            text.append("\nThe string to sign, as this server builds it:\n").append(indented(stringToSign));
        }
        return text.toString();
    }

    private static String indented(String block) {
        return "    " + block.replace("\n", "\n    ") + "\n";
    }
}
