package io.plsim.server.authentication.bearer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches the documents of issuers: bounded in time and size, over http and https alone, never led elsewhere by a
 * redirect, and never to an address that only means something to the machine itself (cloud metadata services).
 */
final class IssuerHttp {
    /** For one document from connecting to its last byte. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Key sets of large issuers have some ten keys of 1 to 2 KB. */
    static final int MAX_BYTES = 100 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(DEADLINE)
            .build();

    /** The text of a document; otherwise an exception whose message fits behind "the document ...". */
    String get(String url) throws IssuerUnreachableException {
        URI uri = allowed(url);
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                HttpRequest.newBuilder(uri)
                        .timeout(DEADLINE)
                        .header("Accept", "application/json")
                        .build(),
                head -> new LimitedBody(MAX_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            int status = response.statusCode();
            if (status >= 300 && status < 400) {
                throw unreachable(url, "answers with a redirect, which is not followed");
            }
            if (status != 200) {
                throw unreachable(url, "answers with status " + status);
            }
            return new String(response.body(), StandardCharsets.UTF_8);
        } catch (TimeoutException slow) {
            throw unreachable(url, "does not answer in " + DEADLINE.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw unreachable(url, reason(failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable(url, "was not fetched, the server is stopping");
        } finally {
            answer.cancel(true);
        }
    }

    static IssuerUnreachableException unreachable(String url, String why) {
        return new IssuerUnreachableException(url + " " + why);
    }

    /** A URL that may be fetched. */
    private static URI allowed(String url) throws IssuerUnreachableException {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException noUrl) {
            throw unreachable("the URL", "of a document is malformed");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw unreachable("the URL", "of a document is not http or https");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw unreachable("the URL", "of a document needs a host and no user");
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
                    throw unreachable(url, "is at a link-local address, which is not fetched");
                }
            }
        } catch (UnknownHostException noSuchHost) {
            throw unreachable(url, "has a host that cannot be resolved");
        }
        return uri;
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (cause instanceof LimitedBody.TooLongException) {
            return "is longer than " + MAX_BYTES + " bytes";
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "does not answer in " + DEADLINE.toSeconds() + " s";
        }
        return cause instanceof IOException ? "cannot be connected or breaks off" : "cannot be fetched";
    }
}
