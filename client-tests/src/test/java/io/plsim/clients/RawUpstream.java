package io.plsim.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** An upstream that sees and says bytes: what an HTTP library would hide or never do. */
final class RawUpstream implements AutoCloseable {
    /** One request as it came over the wire. */
    record Received(String requestLine, List<String> headerLines, byte[] body) {
        List<String> header(String name) {
            return headerLines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** Says what it wants once the request has been read; the socket is closed afterwards. */
    interface Conversation {
        void go(Received received, Socket socket, OutputStream out) throws Exception;
    }

    private static final int FRAME = 32 * 1024;

    private final ServerSocket server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> ended = new LinkedBlockingQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawUpstream(Conversation conversation) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(conversation), "raw-upstream");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** One that accepts a WebSocket and sends binary frames for as long as they are taken; counts their bytes. */
    static RawUpstream floodingSocket(AtomicLong written) throws IOException {
        byte[] frame = new byte[4 + FRAME];
        frame[0] = (byte) 0x82; // The last frame of a binary message,
        frame[1] = 126; // its length in the next two bytes.
        frame[2] = (byte) (FRAME >> 8);
        frame[3] = (byte) FRAME;
        return new RawUpstream((received, socket, out) -> {
            String key = received.header("Sec-WebSocket-Key").get(0) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(frame);
                written.addAndGet(FRAME);
            }
        });
    }

    /** One that answers with these bytes. */
    static RawUpstream saying(String answer) throws IOException {
        return new RawUpstream((received, socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void accept(Conversation conversation) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket, conversation), "raw-upstream-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Conversation conversation) {
        try (socket) {
            Received request = read(socket.getInputStream());
            received.add(request);
            conversation.go(request, socket, socket.getOutputStream());
        } catch (Exception broken) {
            ended.add(broken);
        }
    }

    private static Received read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        Received head = new Received(lines.get(0), lines.subList(1, lines.size()), new byte[0]);
        int length = head.header("Content-Length").stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        return new Received(head.requestLine(), head.headerLines(), in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) octet);
        }
        throw new IOException("the connection ended within the head");
    }

    URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    Received next() throws InterruptedException {
        Received next = received.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing arrived");
        }
        return next;
    }

    /** What a conversation broke with; waits for it. */
    Exception broken() throws InterruptedException {
        Exception exception = ended.poll(60, TimeUnit.SECONDS);
        if (exception == null) {
            throw new AssertionError("the conversation goes on");
        }
        return exception;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
