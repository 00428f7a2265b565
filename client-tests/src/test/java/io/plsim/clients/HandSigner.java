package io.plsim.clients;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * A signer written from the IAM User Guide and nothing of the product, for the signatures that no SDK would make: every
 * step can be done wrong on purpose.
 */
final class HandSigner {
    static final String EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final AwsCredentials credentials;
    private final String date;
    String region = "us-east-1";
    String service = "bedrock-agentcore";
    String terminator = "aws4_request";
    String keyStart = "AWS4";
    String dateOfString;
    UnaryOperator<String> secret = UnaryOperator.identity();
    UnaryOperator<String> keyScope = UnaryOperator.identity();
    UnaryOperator<String> path = HandSigner::encode;
    UnaryOperator<String> query = HandSigner::sorted;
    UnaryOperator<String> bodyHash = UnaryOperator.identity();

    HandSigner(AwsCredentials credentials, String date) {
        this.credentials = credentials;
        this.date = date;
        this.dateOfString = date;
    }

    String scope() {
        return date.substring(0, Math.min(8, date.length())) + "/" + region + "/" + service + "/" + terminator;
    }

    String credential() {
        return credentials.accessKeyId() + "/" + scope();
    }

    /** The signature over the named headers (lower case, in order) of a request. */
    String signature(RawRequest request, List<String> signed) {
        StringBuilder canonical = new StringBuilder(request.method)
                .append('\n')
                .append(path.apply(request.path))
                .append('\n')
                .append(query.apply(request.query))
                .append('\n');
        for (String name : signed) {
            canonical.append(name).append(':').append(values(request, name)).append('\n');
        }
        canonical
                .append('\n')
                .append(String.join(";", signed))
                .append('\n')
                .append(bodyHash.apply(sha256(request.body)));
        String stringToSign = "AWS4-HMAC-SHA256\n" + dateOfString + "\n" + scope() + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.ISO_8859_1));
        byte[] key = (keyStart + secret.apply(credentials.secretAccessKey())).getBytes(StandardCharsets.UTF_8);
        for (String step : keyScope.apply(scope()).split("/", -1)) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, stringToSign));
    }

    private static String values(RawRequest request, String name) {
        List<String> values = new ArrayList<>();
        for (String value : request.values(name)) {
            values.add(value.strip().replaceAll("[ \t]+", " "));
        }
        return String.join(",", values);
    }

    static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || "-_.~/".indexOf(c) >= 0;
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }

    /** Good for queries whose parameters are escaped the canonical way and have an equals sign. */
    static String sorted(String query) {
        String[] pairs = query.isEmpty() ? new String[0] : query.split("&");
        Arrays.sort(pairs);
        return String.join("&", pairs);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new UncheckedIOException(new java.io.IOException(impossible));
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new UncheckedIOException(new java.io.IOException(impossible));
        }
    }
}
