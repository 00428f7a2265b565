package io.plsim.clients;

import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.testcontainers.PrivateLinkSimulatorContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RequiresDocker
class RealClientsInContainerTest extends RealClients {
    private static final PrivateLinkSimulatorContainer SIMULATOR = new PrivateLinkSimulatorContainer();

    @BeforeAll
    static void start() {
        SIMULATOR.start();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.stop();
    }

    @Override
    PrivateLinkSimulator simulator() {
        return SIMULATOR;
    }
}
