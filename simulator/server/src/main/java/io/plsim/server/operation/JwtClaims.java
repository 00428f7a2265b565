package io.plsim.server.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads one claim of a JWT that an identity operation carries in its body, for the {@code InboundJwtClaim} keys. The
 * token is not verified here (the service does that after authorization), so these keys hold what the token says.
 */
final class JwtClaims {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JwtClaims() {}

    /** The values of a claim; none when there is no such claim or the text is no JWT. */
    static List<String> read(String token, String claim) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            return List.of();
        }
        try {
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(token.substring(first + 1, second)));
            JsonNode value = payload.path(claim);
            if (value.isTextual()) {
                return claim.equals("scope") ? words(value.textValue()) : List.of(value.textValue());
            }
            List<String> texts = new ArrayList<>();
            if (value.isArray()) {
                for (JsonNode element : value) {
                    if (element.isTextual()) {
                        texts.add(element.textValue());
                    }
                }
            }
            return texts;
        } catch (IllegalArgumentException | JsonProcessingException noJwt) {
            return List.of();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /** The scope claim lists its scopes in one text. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
