package io.plsim.server.console;

import io.plsim.server.answer.Answer;

/**
 * One route of the console API.
 *
 * @param path with {@code {parameters}}
 */
public record ConsoleRoute(String method, String path, Handler handler) {

    /** What answers a route. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(ConsoleRequest request);
    }
}
