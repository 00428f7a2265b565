package io.plsim.server.authentication.sigv4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Authorization header of a signed request, taken apart. */
record AuthorizationHeader(CredentialScope credential, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** Access key, date, region, service and terminator of the Credential parameter. */
    record CredentialScope(String accessKeyId, String date, String region, String service, String terminator) {
        String scope() {
            return date + "/" + region + "/" + service + "/" + terminator;
        }
    }

    /**
     * Takes a header apart.
     *
     * @throws SignatureException with AWS's words for what is missing or malformed
     */
    static AuthorizationHeader parse(String header) throws SignatureException {
        int blank = header.indexOf(' ');
        String algorithm = blank < 0 ? header : header.substring(0, blank);
        if (!algorithm.equals(ALGORITHM)) {
            // A lone word may be somebody's token: only what looks like an algorithm is quoted.
            String quoted = blank > 0 || algorithm.startsWith("AWS4-") ? printable(algorithm) : "";
            throw SignatureException.incomplete("Unsupported AWS 'algorithm': '" + quoted + "'.");
        }
        Map<String, String> parameters = parameters(blank < 0 ? "" : header.substring(blank + 1));
        List<String> missing = new ArrayList<>();
        for (String name : List.of("Credential", "SignedHeaders", "Signature")) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                missing.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (!missing.isEmpty()) {
            throw SignatureException.incomplete(String.join(" ", missing));
        }
        return new AuthorizationHeader(
                scope(parameters.getOrDefault("Credential", "")),
                signedHeaders(parameters.getOrDefault("SignedHeaders", "")),
                parameters.getOrDefault("Signature", ""));
    }

    private static Map<String, String> parameters(String text) throws SignatureException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            String trimmed = pair.trim();
            if (trimmed.isEmpty()) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals < 0) {
                throw SignatureException.incomplete(
                        "Authorization header has a part that is not a valid key=value pair (missing equal-sign).");
            }
            if (parameters.put(trimmed.substring(0, equals).trim(), trimmed.substring(equals + 1).trim()) != null) {
                throw SignatureException.incomplete("Authorization header has a parameter twice.");
            }
        }
        return parameters;
    }

    private static CredentialScope scope(String credential) throws SignatureException {
        String[] parts = credential.split("/", -1);
        if (parts.length != 5) {
            throw SignatureException.incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + printable(credential) + "'");
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** A signer lists lower-case names in order, each once; any other list could only match with a lenient reader. */
    private static List<String> signedHeaders(String text) throws SignatureException {
        List<String> names = List.of(text.split(";", -1));
        String previous = "";
        for (String name : names) {
            boolean lower = name.chars().noneMatch(Character::isUpperCase);
            if (name.isEmpty() || !lower || name.equals("authorization") || name.compareTo(previous) <= 0) {
                throw SignatureException.incomplete(
                        "SignedHeaders must be a sorted list of lower-case header names, each once.");
            }
            previous = name;
        }
        return names;
    }

    /** Client text in a message: bounded, and without anything that is not plain ASCII. */
    private static String printable(String text) {
        String plain = text.codePoints()
                .limit(120)
                .map(c -> c >= 0x20 && c < 0x7f ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain;
    }
}
