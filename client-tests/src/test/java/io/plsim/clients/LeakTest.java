package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Everything the simulator prints, logs (at its most talkative), records, explains, counts and answers to refused requests,
 * searched for every secret, token, signature and body that went in.
 */
class LeakTest {
    private static final String BODY = "bodyMarker7f3";
    private static final String SESSION = "sessionTokenMarker51c9";
    private static final String PASSWORD = "passwordMarker0d2e";
    private static final List<String> SECRETS = List.of(
            "wJalrXUtnFEMI",
            "je7MtGbClwBF",
            "outsiderSecret0",
            "EXAMPLESESSIONTOKEN",
            "wrongSecretMarker",
            BODY,
            SESSION,
            PASSWORD,
            Base64.getEncoder().encodeToString(("u:" + PASSWORD).getBytes()));

    private final Map<String, String> searched = new LinkedHashMap<>();
    private final List<String> markers = new ArrayList<>(SECRETS);

    @Test
    void nothingThatWasSecretComesOutAnywhere() throws Exception {
        try (ServerProcess server = ServerProcess.serveTalkatively()) {
            String good = token(server.console(), "grant_type=client_credentials");
            String expired = token(server.console(), "grant_type=client_credentials&expires_in=-500");
            markers.addAll(List.of(good, signatureOf(good), expired, signatureOf(expired)));
            int sent = 0;
            for (String request : requests(good, expired)) {
                Wire.Reply reply = Wire.exchange(server.dataPlane(), request);
                if (reply.status() >= 400) {
                    searched.put("the answer to request " + sent, reply.headers() + reply.body());
                }
                sent++;
            }
            JsonNode records = RunningSimulator.MAPPER.readTree(get(server.console(), "/api/decisions?limit=1000"));
            assertThat(records).hasSize(sent);
            for (JsonNode record : records) {
                String id = record.path("id").asText();
                searched.put("record " + id, record.toString());
                searched.put("explanation " + id, get(server.console(), "/api/decisions/" + id + "/explanation"));
            }
            searched.put("metrics", get(server.console(), "/metrics"));
            server.terminate();
            assertThat(server.exitCode()).isZero();
            searched.put("stdout", String.join("\n", server.lines()));
            searched.put("stderr", server.errors());
            System.out.printf(
                    "LeakTest: %d requests, %d texts, %d characters searched for %d markers%n",
                    sent,
                    searched.size(),
                    searched.values().stream().mapToInt(String::length).sum(),
                    markers.size());
            List<String> leaks = new ArrayList<>();
            searched.forEach((place, text) -> markers.stream()
                    .filter(text::contains)
                    .forEach(marker -> leaks.add(marker + " in " + place + ": " + around(text, marker))));
            assertThat(leaks).isEmpty();
        }
    }

    private List<String> requests(String good, String expired) {
        List<String> requests = new ArrayList<>();
        for (String authorization : List.of(
                "Bearer " + good,
                "Bearer " + expired,
                "Bearer " + good + "x",
                "Bearer tokenMarkerOnly",
                "Bearer " + good.substring(0, good.lastIndexOf('.')) + ".c2lnbmF0dXJl",
                "Basic " + Base64.getEncoder().encodeToString(("u:" + PASSWORD).getBytes()),
                "Digest " + PASSWORD,
                "AWS4-HMAC-SHA256 Credential=" + PASSWORD + "/x, Signature=" + SESSION,
                PASSWORD)) {
            requests.add(request().line("Authorization: " + authorization).text());
            requests.add(request()
                    .line("Authorization: " + authorization)
                    .line("Authorization: " + authorization)
                    .text());
            requests.add(request()
                    .line("Authorization: " + authorization)
                    .line("Transfer-Encoding: gzip, chunked")
                    .text());
        }
        String subprotocol = "base64UrlBearerAuthorization."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(expired.getBytes());
        markers.add(subprotocol);
        requests.add(request()
                .with(upgrade -> {
                    upgrade.method = "GET";
                    upgrade.path = "/runtimes/customAgent1/ws";
                    upgrade.body("");
                })
                .line("Connection: Upgrade")
                .line("Upgrade: websocket")
                .line("Sec-WebSocket-Version: 13")
                .line("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                .line("Sec-WebSocket-Protocol: " + subprotocol + ", base64UrlBearerAuthorization")
                .text());
        signed(requests);
        presigned(requests);
        requests.add("POST /runtimes//" + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + good + "\r\n\r\n");
        requests.add(
                "POST /a?X-Amz-Security-Token=" + SESSION + " HTTP/1.1\r\nX-Folded: a\r\n " + PASSWORD + "\r\n\r\n");
        return requests;
    }

    private void signed(List<String> requests) {
        for (AwsBasicCredentials caller : List.of(
                AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wrongSecretMarker"),
                AwsBasicCredentials.create("AKIAI44QH8DHBEXAMPLE", "wrongSecretMarker"),
                AwsBasicCredentials.create("AKIANOBODY00000EXAMPLE", "wrongSecretMarker"))) {
            requests.add(signed(request(), caller, List.of("host", "x-amz-date")));
            requests.add(signed(request(), caller, List.of("host", "x-amz-date"))
                    .replace(BODY, BODY.toUpperCase(Locale.ROOT)));
            requests.add(signed(request(), caller, List.of("x-amz-date")));
        }
        AwsSessionCredentials session = AwsSessionCredentials.create(
                "ASIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "EXAMPLESESSIONTOKEN");
        for (String token : List.of("EXAMPLESESSIONTOKEN", SESSION)) {
            RawRequest request = request().line("X-Amz-Security-Token: " + token);
            String text = signed(
                    request,
                    AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey()),
                    List.of("host", "x-amz-date", "x-amz-security-token"));
            requests.add(text);
            requests.add(text.replace(BODY, BODY.toUpperCase(Locale.ROOT)));
            requests.add(text.replace("/customAgent1/", "/other/"));
        }
    }

    private String signed(RawRequest request, AwsBasicCredentials caller, List<String> headers) {
        String now = RawRequest.basic(Instant.now());
        HandSigner signer = new HandSigner(caller, now);
        request.line("X-Amz-Date: " + now);
        String signature = signer.signature(request, headers);
        markers.add(signature);
        return request.line("Authorization: AWS4-HMAC-SHA256 Credential=" + signer.credential() + ", SignedHeaders="
                        + String.join(";", headers) + ", Signature=" + signature)
                .text();
    }

    private void presigned(List<String> requests) {
        String now = RawRequest.basic(Instant.now());
        for (String secret : List.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wrongSecretMarker")) {
            HandSigner signer = new HandSigner(AwsBasicCredentials.create("ASIAIOSFODNN7EXAMPLE", secret), now);
            for (String token : List.of("EXAMPLESESSIONTOKEN", SESSION)) {
                RawRequest request = request().body("");
                request.method = "GET";
                request.path = "/runtimes/customAgent1/ws";
                request.query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                        + signer.credential().replace("/", "%2F") + "&X-Amz-Date=" + now
                        + "&X-Amz-Expires=300&X-Amz-Security-Token=" + token + "&X-Amz-SignedHeaders=host"
                        + "&accountId=111122223333";
                String signature = signer.signature(request, List.of("host"));
                markers.add(signature);
                requests.add(request.query(query -> query + "&X-Amz-Signature=" + signature)
                        .text());
                requests.add(request.query(query -> query + "&X-Amz-Signature=" + signature)
                        .text());
                requests.add(request.query(query -> query.replace("accountId=1", "accountId=2"))
                        .text());
            }
        }
    }

    private static RawRequest request() {
        return new RawRequest().body("{\"prompt\":\"" + BODY + "\"}");
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static String around(String text, String marker) {
        int at = text.indexOf(marker);
        return text.substring(Math.max(0, at - 160), Math.min(text.length(), at + 40))
                .replace('\n', ' ');
    }

    private static String token(URI console, String form) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console + "/oauth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return RunningSimulator.MAPPER
                .readTree(answer.body())
                .path("access_token")
                .asText();
    }

    private static String get(URI console, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(console + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
