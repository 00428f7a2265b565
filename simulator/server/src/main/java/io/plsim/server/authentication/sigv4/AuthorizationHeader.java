package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.sigv4.SignatureClaim.Place;
import io.plsim.server.inbound.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the signature of a request from its Authorization header. */
final class AuthorizationHeader {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final List<String> PARAMETERS = List.of("Credential", "Signature", "SignedHeaders");

    private AuthorizationHeader() {}

    /**
     * Takes a header apart.
     *
     * @throws SignatureException with AWS's words for everything that is missing, or the first thing that is malformed
     */
    static SignatureClaim read(Headers headers, String header) throws SignatureException {
        int blank = header.indexOf(' ');
        String algorithm = blank < 0 ? header : header.substring(0, blank);
        if (!algorithm.equals(ALGORITHM)) {
            // A lone word may be somebody's token: only what looks like an algorithm is quoted.
            String quoted = blank > 0 || algorithm.startsWith("AWS4-") ? Quoted.of(algorithm) : "";
            throw SignatureException.incomplete("Unsupported AWS 'algorithm': '" + quoted + "'.");
        }
        Map<String, String> parameters = parameters(blank < 0 ? "" : header.substring(blank + 1), header);
        String dateHeader = headers.has("X-Amz-Date") ? "x-amz-date" : "date";
        List<String> dates = headers.all(dateHeader);
        List<String> missing = new ArrayList<>();
        for (String name : PARAMETERS) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                missing.add("Authorization header requires '" + name + "' parameter. ");
            }
        }
        if (dates.isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw SignatureException.incomplete(String.join("", missing)
                    + "(Hashed with SHA-256 and encoded with Base64) Authorization=" + Digests.sha256Base64(header));
        }
        return new SignatureClaim(
                Place.HEADER,
                parameters.getOrDefault("Credential", ""),
                parameters.getOrDefault("SignedHeaders", ""),
                parameters.getOrDefault("Signature", ""),
                String.join(",", dates),
                dateHeader,
                "",
                headers.all("X-Amz-Security-Token"));
    }

    /** AWS takes the last of a doubled parameter; here it is refused, so that no two readers can differ. */
    private static Map<String, String> parameters(String text, String header) throws SignatureException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            String trimmed = pair.trim();
            if (trimmed.isEmpty()) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals < 0) {
                throw SignatureException.incomplete("'" + Quoted.of(trimmed)
                        + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
                        + Quoted.of(header) + "'.");
            }
            String name = trimmed.substring(0, equals).trim();
            if (parameters.put(name, trimmed.substring(equals + 1).trim()) != null) {
                throw SignatureException.incomplete(
                        "Authorization header has the parameter '" + Quoted.of(name) + "' twice.");
            }
        }
        return parameters;
    }
}
