package io.plsim.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An agent for a container of its own: answers AgentCore's HTTP contract on port 8080 with what it was asked. */
final class DockerAgent {
    private DockerAgent() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket server = new ServerSocket(8080)) {
            System.out.println("The agent listens.");
            while (true) {
                try (Socket connection = server.accept()) {
                    answer(connection);
                }
            }
        }
    }

    private static void answer(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String request = String.valueOf(in.readLine());
        int length = 0;
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            body.append((char) in.read());
        }
        String answer = "{\"agent\": \"in docker\", \"request\": \"" + request + "\", \"body\": " + body + "}";
        connection
                .getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                + answer.length() + "\r\n\r\n" + answer)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }
}
