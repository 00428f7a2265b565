package io.plsim.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Passes bytes on to another port and changes one of them on the way there. */
final class TamperingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int port;
    private final byte[] wanted;
    private final byte[] instead;

    TamperingProxy(URI target, String wanted, String instead) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = target.getPort();
        this.wanted = wanted.getBytes(StandardCharsets.ISO_8859_1);
        this.instead = instead.getBytes(StandardCharsets.ISO_8859_1);
        start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port);
                start(() -> copy(client, upstream, true));
                start(() -> copy(upstream, client, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void copy(Socket from, Socket to, boolean tamper) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (tamper) {
                    replace(buffer, read);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // Either side hung up.
        }
    }

    private void replace(byte[] buffer, int length) {
        for (int at = 0; at + wanted.length <= length; at++) {
            int same = 0;
            while (same < wanted.length && buffer[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                System.arraycopy(instead, 0, buffer, at, instead.length);
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tampering-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
