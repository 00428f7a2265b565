package io.plsim.server.forwarding.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.policy.request.Principal;
import io.plsim.server.answer.Answer;
import io.plsim.server.answer.AnswerBody;
import io.plsim.server.authentication.Caller;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import io.plsim.server.operation.OperationCatalog;
import io.plsim.server.operation.OperationReadings;
import io.plsim.server.operation.Resolution;
import io.plsim.server.operation.Resolution.Resolved;
import io.plsim.server.operation.ResolutionContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Stubs behind the real catalogue, without HTTP, policy or authentication; one clock that tests move. */
final class StubEndpoint {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final String RUNTIME =
            "/runtimes/arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2FcustomAgent1";
    static final Caller ALICE =
            new Caller(Caller.Kind.SIGV4, new Principal.IamUser("aws", "111122223333", "/", "alice"), Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OperationCatalog catalog = OperationCatalog.load();
    private final ResolutionContext context = new ResolutionContext(
            "aws",
            "us-east-1",
            "111122223333",
            null,
            ResolutionContext.UNCONFIGURED_GATEWAY_ID,
            OperationReadings.DEFAULT);
    private final MovableClock clock = new MovableClock();
    final StubForwarder forwarder;

    StubEndpoint() {
        this(List.of());
    }

    StubEndpoint(List<McpTool> tools) {
        StubSettings settings =
                new StubSettings("aws", "us-east-1", "111122223333", resolved -> "http://localhost:4651/oauth");
        this.forwarder = new StubForwarder(
                settings, clock, new Random(42), tools.isEmpty() ? Map.of() : Map.of("my-gateway-0123456789", tools));
    }

    /** What a client sees; the chunks of a stream are kept apart. */
    record Reply(int status, Headers headers, List<byte[]> chunks) {
        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            chunks.forEach(all::writeBytes);
            return all.toByteArray();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return headers.first(name).orElseThrow();
        }

        String errorType() {
            return header("x-amzn-ErrorType");
        }
    }

    OperationCatalog catalog() {
        return catalog;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** A request of the data plane by alice; {@code line} is method and target. */
    Reply call(String line, String body, String... headers) {
        return call(EndpointService.DATA_PLANE, ALICE, line, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply call(EndpointService service, Caller caller, String line, byte[] body, String... headers) {
        List<Header> lines = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            lines.add(new Header(headers[i], headers[i + 1]));
        }
        return read(forward(service, caller, line, body, new Headers(lines)));
    }

    Answer forward(EndpointService service, Caller caller, String line, byte[] body, Headers headers) {
        try {
            InboundRequest request = request(service, line, body, headers);
            return forwarder
                    .forward(request, resolve(request), caller)
                    .toCompletableFuture()
                    .join()
                    .answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation that a request means. */
    String operation(EndpointService service, String line, byte[] body, Headers headers) {
        try {
            return resolve(request(service, line, body, headers)).operation().name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resolved resolve(InboundRequest request) throws IOException {
        Resolution resolution = catalog.resolve(request, context);
        if (resolution instanceof Resolved resolved) {
            return resolved;
        }
        throw new AssertionError(request.method() + " " + request.rawPath() + " is " + resolution);
    }

    private static InboundRequest request(EndpointService service, String line, byte[] body, Headers headers) {
        String target = line.substring(line.indexOf(' ') + 1);
        int mark = target.indexOf('?');
        return new InboundRequest(
                service,
                line.substring(0, line.indexOf(' ')),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                "127.0.0.1",
                new ReadBody(body));
    }

    private static Reply read(Answer answer) {
        List<byte[]> chunks = new ArrayList<>();
        if (answer.body() instanceof AnswerBody.Bytes whole) {
            chunks.add(whole.bytes());
        } else if (answer.body() instanceof AnswerBody.Stream stream) {
            try {
                stream.writer()
                        .writeTo((bytes, offset, length) ->
                                chunks.add(java.util.Arrays.copyOfRange(bytes, offset, offset + length)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Reply(answer.status(), answer.headers(), chunks);
    }

    private record ReadBody(byte[] content) implements RequestBody {
        @Override
        public String sha256Hex() {
            return "";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
