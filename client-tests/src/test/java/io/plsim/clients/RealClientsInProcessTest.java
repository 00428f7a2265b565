package io.plsim.clients;

import io.plsim.testkit.decisions.PrivateLinkSimulator;
import io.plsim.testkit.junit.PrivateLinkSimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealClientsInProcessTest extends RealClients {
    @RegisterExtension
    static final PrivateLinkSimulatorExtension SIMULATOR = PrivateLinkSimulatorExtension.create();

    @Override
    PrivateLinkSimulator simulator() {
        return SIMULATOR;
    }
}
