package io.plsim.testkit.testcontainers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits for the console to say ready, and no longer than the container runs: a bad policy is known at once. */
final class ReadyOrStopped extends AbstractWaitStrategy {
    private static final int PAUSE_MILLIS = 50;
    private static final int ANSWER_MILLIS = 5_000;

    private final int consolePort;

    ReadyOrStopped(int consolePort) {
        this.consolePort = consolePort;
    }

    @Override
    protected void waitUntilReady() {
        Instant end = Instant.now().plus(startupTimeout);
        while (!isReady()) {
            if (!waitStrategyTarget.isRunning()) {
                throw new ContainerStoppedException(waitStrategyTarget.getLogs());
            }
            if (Instant.now().isAfter(end)) {
                throw new ContainerLaunchException("plsim was not ready within " + startupTimeout + ".");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ContainerLaunchException("Interrupted while waiting for plsim.", interrupted);
            }
        }
    }

    private boolean isReady() {
        try {
            URI ready = URI.create("http://" + waitStrategyTarget.getHost() + ":"
                    + waitStrategyTarget.getMappedPort(consolePort) + "/ready");
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalStateException notYet) {
            return false;
        }
    }

    /** The simulator has ended instead of becoming ready; its log says why. */
    static final class ContainerStoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String log;

        ContainerStoppedException(String log) {
            super("plsim stopped at its start:" + System.lineSeparator() + log);
            this.log = log;
        }

        String log() {
            return log;
        }
    }
}
