package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.Digests;
import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Other bodies that the client may have signed. */
final class BodyVariations {
    /** Longer bodies are not read again to look for a line feed. */
    private static final int READ_AGAIN = 1 << 20;

    private BodyVariations() {}

    static List<Variation> of(InboundRequest request, Body body) {
        List<Variation> all = new ArrayList<>();
        request.headers()
                .first("x-amz-content-sha256")
                .ifPresent(declared -> add(
                        all,
                        "BODY_CHANGED",
                        "the body has the hash that x-amz-content-sha256 declares",
                        "The body that arrived is another one: something changed it after it was signed.",
                        declared));
        add(
                all,
                "BODY_NOT_SIGNED",
                "the body is empty",
                "The client signed no body, or the body was added after signing.",
                Digests.sha256Hex(""));
        add(
                all,
                "BODY_UNSIGNED_PAYLOAD",
                "the body's hash is the word UNSIGNED-PAYLOAD",
                "This service has no operation with an unsigned payload: sign the body's SHA-256.",
                "UNSIGNED-PAYLOAD");
        add(
                all,
                "BODY_HASH_CAPITALS",
                "the body's hash is in capitals",
                "Hashes are written in lower case.",
                body.hash().toUpperCase(Locale.ROOT));
        body.small().ifPresent(bytes -> ends(all, bytes));
        return all;
    }

    private static void ends(List<Variation> all, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        add(
                all,
                "BODY_LINE_FEED",
                "the body ends with a line feed",
                "The client signed the file and sent it without its last line feed; with curl use --data-binary.",
                Digests.sha256Hex(text + "\n"));
        add(
                all,
                "BODY_LINE_FEED",
                "the body has no white space at its ends",
                "The body that arrived has more at its ends than was signed.",
                Digests.sha256Hex(text.strip()));
        add(
                all,
                "BODY_LINE_ENDS",
                "the lines of the body end with CR LF",
                "Something changed the line ends.",
                Digests.sha256Hex(text.replace("\n", "\r\n")));
        add(
                all,
                "BODY_LINE_ENDS",
                "the lines of the body end with LF alone",
                "Something changed the line ends.",
                Digests.sha256Hex(text.replace("\r\n", "\n")));
        add(
                all,
                "BODY_CHARSET",
                "the body is ISO-8859-1 instead of UTF-8",
                "The client signs and sends the text in different character sets.",
                Digests.sha256Hex(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static void add(List<Variation> all, String code, String condition, String advice, String hash) {
        all.add(new Variation(
                code,
                Room.BODY,
                condition,
                advice,
                attempt -> attempt.with(attempt.canonical().withBodyHash(hash))));
    }

    /** The body that arrived: its hash, its length (-1 when it is long) and, when it is short, its bytes. */
    record Body(String hash, long length, byte[] bytes) {
        static Body of(InboundRequest request, String hash) throws IOException {
            try (InputStream in = request.body().open()) {
                byte[] bytes = in.readNBytes(READ_AGAIN + 1);
                return bytes.length > READ_AGAIN
                        ? new Body(hash, -1, new byte[0])
                        : new Body(HexFormat.of().formatHex(Digests.sha256().digest(bytes)), bytes.length, bytes);
            }
        }

        java.util.Optional<byte[]> small() {
            return length < 0 ? java.util.Optional.empty() : java.util.Optional.of(bytes);
        }
    }
}
