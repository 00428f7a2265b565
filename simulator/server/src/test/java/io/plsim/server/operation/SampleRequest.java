package io.plsim.server.operation;

import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.inbound.RequestBody;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests for tests, written as a request line. */
final class SampleRequest {
    static final ResolutionContext CONTEXT = new ResolutionContext(
            "aws",
            "us-east-1",
            "111122223333",
            null,
            ResolutionContext.UNCONFIGURED_GATEWAY_ID,
            OperationReadings.DEFAULT);
    static final OperationCatalog CATALOG = OperationCatalog.load();

    /** A label that names the runtime {@code customAgent1} by its ARN. */
    static final String RUNTIME = "arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A111122223333%3Aruntime%2FcustomAgent1";

    private SampleRequest() {}

    static InboundRequest of(
            EndpointService service, String line, String host, Map<String, String> headers, RequestBody body) {
        String target = line.substring(line.indexOf(' ') + 1);
        int question = target.indexOf('?');
        List<Header> lines = new ArrayList<>(List.of(new Header("Host", host)));
        headers.forEach((name, value) -> lines.add(new Header(name, value)));
        return new InboundRequest(
                service,
                line.substring(0, line.indexOf(' ')),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? null : target.substring(question + 1),
                new Headers(lines),
                "127.0.0.1",
                body);
    }

    static InboundRequest dataPlane(String line, String body) {
        return of(EndpointService.DATA_PLANE, line, "localhost:4650", Map.of(), new Text(body));
    }

    static Resolution resolve(String line, String body) throws IOException {
        return CATALOG.resolve(dataPlane(line, body), CONTEXT);
    }

    static Resolved resolved(String line, String body) throws IOException {
        return (Resolved) resolve(line, body);
    }

    static NotModelled refused(String line, String body) throws IOException {
        return (NotModelled) resolve(line, body);
    }

    /** A body that must be received before it is opened, as a catalogue that keeps it for the forwarder does. */
    static final class Text implements RequestBody {
        private final byte[] bytes;
        private boolean received;

        Text(String text) {
            this(text.getBytes(StandardCharsets.UTF_8));
        }

        Text(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public String sha256Hex() {
            received = true;
            return "";
        }

        @Override
        public InputStream open() {
            if (!received) {
                throw new AssertionError("the body would be consumed");
            }
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A body that nobody may touch. */
    static final class Untouchable implements RequestBody {
        @Override
        public String sha256Hex() {
            throw new AssertionError("no question of this operation depends on the body");
        }

        @Override
        public InputStream open() {
            throw new AssertionError("no question of this operation depends on the body");
        }
    }
}
