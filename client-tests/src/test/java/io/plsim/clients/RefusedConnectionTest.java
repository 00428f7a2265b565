package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose request is refused goes on with the next one on the same connection. */
class RefusedConnectionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 100_000})
    void aRequestRefusedBeforeItsBodyArrivedLeavesItsConnectionUsable(int bodyBytes) throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("");
                Socket socket = new Socket("localhost", simulator.dataPlane().getPort())) {
            socket.setSoTimeout(30_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int request = 0; request < 3; request++) {
                OutputStream out = socket.getOutputStream();
                out.write(
                        ("POST /runtimes/customAgent1/invocations?accountId=111122223333 HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                        + bodyBytes + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                // The refusal is ready before the body comes.
                Thread.sleep(100);
                out.write(new byte[bodyBytes]);
                out.flush();
                assertThat(statusOfNextAnswer(in)).isEqualTo("HTTP/1.1 403 Forbidden");
            }
        }
    }

    @Test
    void aRequestWhoseBodyNeverComesIsAnsweredAllTheSame() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.start("");
                Socket socket = new Socket("localhost", simulator.dataPlane().getPort())) {
            // Below the idle time after which the server would give up waiting for the body.
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /runtimes/customAgent1/invocations?accountId=111122223333 HTTP/1.1\r\n"
                                    + "Host: localhost\r\nContent-Length: 10\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(statusOfNextAnswer(new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))))
                    .isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }

    private static String statusOfNextAnswer(BufferedReader in) throws IOException {
        String status = in.readLine();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            assertThat(header).isNotEqualTo("connection: close");
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            assertThat(in.read()).isNotNegative();
        }
        return status;
    }
}
