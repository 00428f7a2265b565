package io.plsim.server.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS ports that can be opened. The first one must; a further one, such as 443 in a container on the host's network, may
 * need a right that the process lacks: then a warning says so, and the first port does the same.
 */
final class OpenablePorts {
    private static final Logger LOG = LoggerFactory.getLogger(OpenablePorts.class);

    private OpenablePorts() {}

    static List<Integer> of(String address, List<Integer> ports) {
        List<Integer> openable = new ArrayList<>(ports.subList(0, 1));
        for (int port : ports.subList(1, ports.size())) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
                openable.add(port);
            } catch (IOException closed) {
                LOG.warn(
                        "TLS port {} cannot be opened ({}); port {} serves the same names.",
                        port,
                        closed.getMessage(),
                        ports.get(0));
            }
        }
        return openable;
    }
}
