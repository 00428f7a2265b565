package io.plsim.server.authentication.sigv4;

import java.net.URI;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Unsigned requests of every shape that clients send: ARNs and unicode in the path, odd queries, folded blanks. */
final class RandomRequests {
    private static final List<SdkHttpMethod> METHODS =
            List.of(SdkHttpMethod.GET, SdkHttpMethod.POST, SdkHttpMethod.PUT, SdkHttpMethod.DELETE);
    private static final List<String> SEGMENTS = List.of(
            "runtimes",
            "arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/my_agent-AbCdEf1234",
            "invocations",
            "memories",
            "a b",
            "ünïcode-日本",
            "~tilde.-_",
            "100%",
            "a+b",
            "*'()!$&,=@",
            "x");
    private static final List<String> HOSTS = List.of(
            "http://localhost:4650",
            "https://bedrock-agentcore.us-east-1.amazonaws.com",
            "https://vpce-0a1b2c3d4e5f60718-abcdefgh.bedrock-agentcore.us-east-1.vpce.amazonaws.com",
            "http://127.0.0.1:18080");
    private static final String TEXT = "abcXYZ0189-_.~ !\"#$%&'()*+,/:;<=>?@[]^`{|}\\\u00e9\u00fc\u65e5\ud83d\ude00";

    private final Random random;

    RandomRequests(long seed) {
        random = new Random(seed);
    }

    SdkHttpRequest next() {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .uri(URI.create(HOSTS.get(random.nextInt(HOSTS.size()))))
                .method(METHODS.get(random.nextInt(METHODS.size())))
                .encodedPath(path());
        int parameters = random.nextInt(5);
        for (int i = 0; i < parameters; i++) {
            request.appendRawQueryParameter(text(1, 6), random.nextInt(4) == 0 ? "" : text(1, 12));
        }
        request.putHeader("Content-Type", random.nextBoolean() ? "application/json; charset=UTF-8" : "text/plain");
        if (random.nextBoolean()) {
            request.putHeader("baggage", "a=1,  b=2\t,c=" + random.nextInt());
        }
        if (random.nextBoolean()) {
            request.putHeader("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", "session-" + random.nextLong());
        }
        if (random.nextInt(4) == 0) {
            request.appendHeader("mcp-repeated", "one");
            request.appendHeader("mcp-repeated", " two  words ");
        }
        return request.build();
    }

    byte[] body(SdkHttpRequest request) {
        byte[] body = new byte[request.method() == SdkHttpMethod.GET ? 0 : random.nextInt(300)];
        random.nextBytes(body);
        return body;
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        int segments = random.nextInt(5);
        for (int i = 0; i < segments; i++) {
            path.append('/').append(SdkHttpUtils.urlEncode(SEGMENTS.get(random.nextInt(SEGMENTS.size()))));
        }
        return segments == 0 || random.nextInt(5) == 0 ? path.append('/').toString() : path.toString();
    }

    private String text(int shortest, int longest) {
        int[] points = TEXT.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        int length = shortest + random.nextInt(longest - shortest + 1);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
