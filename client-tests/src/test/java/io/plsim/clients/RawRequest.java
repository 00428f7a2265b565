package io.plsim.clients;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** A request as text that a test signs by hand, spoils and puts on the wire. */
final class RawRequest {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String method = "POST";
    String path = "/runtimes/customAgent1/invocations";
    String query = "accountId=111122223333";
    List<String> lines = new ArrayList<>(List.of("Host: localhost"));
    byte[] body = "{\"prompt\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
    private boolean contentLength = true;

    static String basic(Instant instant) {
        return BASIC.format(instant);
    }

    RawRequest with(Consumer<RawRequest> change) {
        change.accept(this);
        return this;
    }

    RawRequest line(String line) {
        lines.add(line);
        return this;
    }

    RawRequest drop(String name) {
        lines.removeIf(line -> isNamed(line, name));
        return this;
    }

    /** Changes the values of a header in place. */
    RawRequest change(String name, UnaryOperator<String> value) {
        lines.replaceAll(line -> isNamed(line, name)
                ? line.substring(0, name.length()) + ": "
                        + value.apply(line.substring(name.length() + 1).strip())
                : line);
        return this;
    }

    RawRequest query(UnaryOperator<String> change) {
        query = change.apply(query);
        return this;
    }

    RawRequest body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RawRequest withoutContentLength() {
        contentLength = false;
        return this;
    }

    List<String> values(String name) {
        return lines.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    private static boolean isNamed(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    /** Signs in the header: host, date, token, content type and what else is named. */
    RawRequest signed(AwsCredentials credentials, Instant at, String... more) {
        return signed(credentials, at, signer -> {}, more);
    }

    RawRequest signed(AwsCredentials credentials, Instant at, Consumer<HandSigner> wrongly, String... more) {
        HandSigner signer = new HandSigner(credentials, basic(at));
        wrongly.accept(signer);
        if (values("X-Amz-Date").isEmpty() && values("Date").isEmpty()) {
            line("X-Amz-Date: " + basic(at));
        }
        if (credentials instanceof AwsSessionCredentials session) {
            line("X-Amz-Security-Token: " + session.sessionToken());
        }
        List<String> names = new ArrayList<>(List.of(more));
        for (String name : List.of("host", "x-amz-date", "date", "x-amz-security-token")) {
            if (!values(name).isEmpty() && !names.contains(name) && !names.contains("-" + name)) {
                names.add(name);
            }
        }
        names.removeIf(name -> name.startsWith("-"));
        names.sort(null);
        return line("Authorization: AWS4-HMAC-SHA256 Credential=" + signer.credential() + ", SignedHeaders="
                + String.join(";", names) + ", Signature=" + signer.signature(this, names));
    }

    /** Signs in the query, with the parameters in the order that a client happens to use. */
    RawRequest presigned(AwsCredentials credentials, Instant at, String expires) {
        HandSigner signer = new HandSigner(credentials, basic(at));
        String token = credentials instanceof AwsSessionCredentials session
                ? "&X-Amz-Security-Token=" + session.sessionToken()
                : "";
        query = (query.isEmpty() ? "" : query + "&") + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + signer.credential().replace("/", "%2F") + "&X-Amz-Date=" + basic(at)
                + (expires.isEmpty() ? "" : "&X-Amz-Expires=" + expires) + token + "&X-Amz-SignedHeaders=host";
        query += "&X-Amz-Signature=" + signer.signature(this, List.of("host"));
        return this;
    }

    String text() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        String length = contentLength ? "Content-Length: " + body.length + "\r\n" : "";
        String target = query.isEmpty() ? path : path + "?" + query;
        byte[] head = (method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n" + length + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
