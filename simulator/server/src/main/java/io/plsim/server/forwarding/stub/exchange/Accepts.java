package io.plsim.server.forwarding.stub.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The media types of an Accept header in their order, without parameters; empty when anything goes. */
public record Accepts(List<String> types) {
    private static final String EVENT_STREAM = "text/event-stream";

    public static Accepts of(StubRequest request) {
        List<String> types = new ArrayList<>();
        for (String line : request.inbound().headers().all("Accept")) {
            for (int start = 0; start < line.length(); ) {
                int comma = line.indexOf(',', start);
                int end = comma < 0 ? line.length() : comma;
                int semicolon = line.indexOf(';', start);
                int typeEnd = semicolon < 0 ? end : Math.min(end, semicolon);
                types.add(line.substring(start, typeEnd).strip().toLowerCase(Locale.ROOT));
                start = end + 1;
            }
        }
        return new Accepts(types);
    }

    /** Whether server-sent events are what the client would rather have. */
    public boolean eventStreamFirst() {
        return !types.isEmpty() && types.get(0).equals(EVENT_STREAM);
    }

    /** Whether server-sent events are all that the client takes. */
    public boolean eventStreamOnly() {
        return types.contains(EVENT_STREAM)
                && !types.contains("application/json")
                && !types.contains("application/*")
                && !types.contains("*/*");
    }
}
