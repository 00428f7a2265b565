package io.plsim.server.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenablePortsTest {
    @Test
    void aFurtherPortThatCannotBeOpenedIsLeftOutAndAFreeOneIsNot() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = InetAddress.getLoopbackAddress().getHostAddress();
            assertThat(OpenablePorts.of(address, List.of(4653, taken.getLocalPort())))
                    .containsExactly(4653);
            assertThat(OpenablePorts.of(address, List.of(4653, 0))).containsExactly(4653, 0);
        }
    }

    @Test
    void theFirstPortIsLeftToTheServerWhichFailsWithoutIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(OpenablePorts.of("127.0.0.1", List.of(taken.getLocalPort())))
                    .containsExactly(taken.getLocalPort());
        }
    }
}
