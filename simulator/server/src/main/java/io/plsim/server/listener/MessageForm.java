package io.plsim.server.listener;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a message's framing that Jetty's strict mode leaves open: what two servers in a row could read
 * differently (request smuggling) is refused before any stage sees it.
 */
final class MessageForm {
    /** AgentCore's payload limit in bytes (InvokeAgentRuntime, service model). */
    static final long BODY_LIMIT = 100_000_000;

    private MessageForm() {}

    /** Why a message is refused; null when it may pass. */
    static @Nullable Refusal fault(Request request) {
        int contentTypes = 0;
        int codings = 0;
        for (HttpField field : request.getHeaders()) {
            HttpHeader header = field.getHeader();
            if (header == HttpHeader.CONTENT_TYPE) {
                contentTypes++;
            } else if (header == HttpHeader.TRANSFER_ENCODING) {
                codings++;
                // Jetty would take "gzip, chunked" and then read an empty body.
                if (!"chunked".equalsIgnoreCase(field.getValue())) {
                    return malformed("Transfer-Encoding must be chunked.");
                }
            }
        }
        if (codings > 1) {
            return malformed("Transfer-Encoding is there twice.");
        }
        if (contentTypes > 1) {
            return malformed("Content-Type is there twice.");
        }
        if (request.getLength() > BODY_LIMIT) {
            return Refusal.of(AwsError.REQUEST_ENTITY_TOO_LARGE, "The request body is too large.");
        }
        return null;
    }

    private static Refusal malformed(String message) {
        return Refusal.of(AwsError.MALFORMED_HTTP_REQUEST, "The HTTP request is malformed: " + message);
    }
}
