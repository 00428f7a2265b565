package io.plsim.server.forwarding.stub.exchange;

import java.util.Map;

/** The stubs of one AgentCore primitive and what they remember. Safe to use from many threads. */
public interface PrimitiveStubs {

    /** The stubs by operation name. */
    Map<String, Stub> stubs();

    /** Forgets everything that requests have created. */
    void reset();
}
