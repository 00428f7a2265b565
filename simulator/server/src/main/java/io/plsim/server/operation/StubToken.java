package io.plsim.server.operation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How the built-in stub writes a workload identity's name into what AWS keeps opaque: the workload access token
 * {@code plsim-wat.<base64url(name)>.<random>} and the session URI {@code urn:plsim:session:<base64url(name)>:<random>}.
 * The name is a claim, not a proof; it only says which workload identity the policy is asked about.
 */
public final class StubToken {
    private static final String TOKEN = "plsim-wat.";
    private static final String SESSION = "urn:plsim:session:";

    private StubToken() {}

    /** A workload access token for the identity of that name. */
    public static String workloadToken(String workloadName, String random) {
        return TOKEN + encode(workloadName) + "." + random;
    }

    /** A session URI for the identity of that name. */
    public static String sessionUri(String workloadName, String random) {
        return SESSION + encode(workloadName) + ":" + random;
    }

    /** The name inside a token or session URI of the stub; empty for every other text. */
    public static Optional<String> workloadName(String text) {
        if (text.startsWith(TOKEN)) {
            return decode(text, TOKEN.length(), '.');
        }
        return text.startsWith(SESSION) ? decode(text, SESSION.length(), ':') : Optional.empty();
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decode(String text, int start, char end) {
        int stop = text.indexOf(end, start);
        if (stop < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(start, stop));
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(name).filter(AgentCoreArn::isId);
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
