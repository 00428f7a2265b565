package io.plsim.server.authentication.sigv4;

import io.plsim.server.authentication.sigv4.SignatureClaim.Place;
import io.plsim.server.inbound.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the signature of a presigned request from its query. */
public final class PresignedQuery {
    static final String SIGNATURE = "X-Amz-Signature";
    static final String TOKEN = "X-Amz-Security-Token";
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final List<String> NEEDED =
            List.of(ALGORITHM, "X-Amz-Credential", SIGNATURE, "X-Amz-SignedHeaders", "X-Amz-Date", "X-Amz-Expires");

    private PresignedQuery() {}

    /** Whether the query claims to hold a signature, however its parameter names are escaped. */
    public static boolean isPresigned(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return false;
        }
        return CanonicalQuery.parameters(rawQuery).stream()
                .anyMatch(parameter ->
                        parameter.name().equals(ALGORITHM) || parameter.name().equals(SIGNATURE));
    }

    /**
     * Reads the parameters.
     *
     * @throws SignatureException with AWS's words for everything that is missing
     */
    static SignatureClaim read(Headers headers, String rawQuery) throws SignatureException {
        Map<String, String> parameters = new HashMap<>();
        for (CanonicalQuery.Parameter parameter : CanonicalQuery.parameters(rawQuery)) {
            if ((NEEDED.contains(parameter.name()) || parameter.name().equals(TOKEN))
                    && parameters.put(parameter.name(), CanonicalQuery.decode(parameter.value())) != null) {
                // AWS takes the first; refused here, so that no two readers can differ.
                throw SignatureException.incomplete(
                        "The query-string parameter '" + parameter.name() + "' is given more than once.");
            }
        }
        List<String> missing = new ArrayList<>();
        for (String name : NEEDED) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                missing.add("AWS query-string parameters must include '" + name + "'. ");
            }
        }
        String algorithm = parameters.getOrDefault(ALGORITHM, "");
        if (!algorithm.isEmpty() && !algorithm.equals(AuthorizationHeader.ALGORITHM)) {
            throw SignatureException.incomplete("Unsupported AWS 'algorithm': '" + Quoted.of(algorithm) + "'.");
        }
        if (!missing.isEmpty()) {
            throw SignatureException.incomplete(String.join("", missing) + "Re-examine the query-string parameters.");
        }
        List<String> tokens = new ArrayList<>(headers.all(TOKEN));
        if (parameters.containsKey(TOKEN)) {
            tokens.add(parameters.getOrDefault(TOKEN, ""));
        }
        return new SignatureClaim(
                Place.QUERY,
                parameters.getOrDefault("X-Amz-Credential", ""),
                parameters.getOrDefault("X-Amz-SignedHeaders", ""),
                parameters.getOrDefault(SIGNATURE, ""),
                parameters.getOrDefault("X-Amz-Date", ""),
                "",
                parameters.getOrDefault("X-Amz-Expires", ""),
                tokens);
    }
}
