package io.plsim.clients;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection without an HTTP client: the bytes of a test go out as they are written, however wrong. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** An answer as it came; text is one character a byte. */
    record Reply(int status, List<String> headers, String body) {
        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    Wire(URI endpoint) throws IOException {
        this(new Socket("localhost", endpoint.getPort()));
    }

    Wire(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends one request on a connection of its own. */
    static Reply exchange(URI endpoint, String request) throws IOException {
        try (Wire wire = new Wire(endpoint)) {
            wire.send(request);
            return wire.reply();
        }
    }

    void send(String latin1) throws IOException {
        send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** The next answer; a {@code 100 Continue} is one too. */
    Reply reply() throws IOException {
        String status = line();
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        int code = Integer.parseInt(status.substring(9, 12));
        Reply head = new Reply(code, headers, "");
        if (code < 200 || code == 204) {
            return head;
        }
        return new Reply(code, headers, body(head));
    }

    /** Everything up to and with a text, or up to the end if it never comes. */
    String readUntil(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            read.append((char) c);
            if (c == text.charAt(text.length() - 1) && read.indexOf(text, read.length() - text.length()) >= 0) {
                break;
            }
        }
        return read.toString();
    }

    /** Reads so many bytes and forgets them. */
    void readExactly(long bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    /** Everything until the server closes the connection, in whatever way. */
    String readToEnd() throws IOException {
        StringBuilder read = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                read.append((char) c);
            }
        } catch (SocketException reset) {
            // An end like any other.
        }
        return read.toString();
    }

    /** Whether the server has closed the connection and sent nothing more. */
    boolean closed() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private String body(Reply head) throws IOException {
        Optional<String> length = head.header("Content-Length");
        if (length.isPresent()) {
            return latin1(in.readNBytes(Integer.parseInt(length.get())));
        }
        if (head.header("Transfer-Encoding").isEmpty()) {
            return latin1(in.readAllBytes());
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(latin1(in.readNBytes(size)));
            line();
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection after \"" + line + "\"");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
