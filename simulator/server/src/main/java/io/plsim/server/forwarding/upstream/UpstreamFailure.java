package io.plsim.server.forwarding.upstream;

import io.plsim.server.forwarding.Forwarded.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;

/**
 * Why an upstream did not answer.
 *
 * @param why a sentence that names the address
 */
public record UpstreamFailure(Reason reason, String why) {

    /** Reads the exception that Jetty's client failed with. */
    public static UpstreamFailure of(Throwable failure, URI server) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_UNREACHABLE, server + " did not accept a connection in time.");
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_UNREACHABLE, server + " refused the connection; is something listening there?");
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_UNREACHABLE, "The host name of " + server + " is not known.");
            }
            if (cause instanceof TimeoutException) {
                return new UpstreamFailure(Reason.UPSTREAM_TIMEOUT, server + " took too long.");
            }
            if (cause instanceof SSLException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_UNREACHABLE, "TLS with " + server + " failed: " + cause.getMessage());
            }
            if (cause instanceof HttpResponseException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_BAD_ANSWER, server + " answered with something that is not valid HTTP.");
            }
            if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
                return new UpstreamFailure(
                        Reason.UPSTREAM_BROKE_OFF, server + " closed the connection before its answer was complete.");
            }
        }
        return new UpstreamFailure(Reason.UPSTREAM_BROKE_OFF, "The exchange with " + server + " broke off.");
    }
}
