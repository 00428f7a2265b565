package io.plsim.server.forwarding.stub;

import io.plsim.server.answer.Answer;
import io.plsim.server.authentication.Caller;
import io.plsim.server.awserror.ErrorWriter;
import io.plsim.server.forwarding.Forwarded;
import io.plsim.server.forwarding.Forwarder;
import io.plsim.server.forwarding.stub.evaluations.EvaluationStubs;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.gateway.GatewayStubs;
import io.plsim.server.forwarding.stub.gateway.RegistryStubs;
import io.plsim.server.forwarding.stub.identity.IdentityStubs;
import io.plsim.server.forwarding.stub.mcp.McpTool;
import io.plsim.server.forwarding.stub.memory.MemoryStubs;
import io.plsim.server.forwarding.stub.payments.PaymentStubs;
import io.plsim.server.forwarding.stub.runtime.HarnessStubs;
import io.plsim.server.forwarding.stub.runtime.RuntimeStubs;
import io.plsim.server.forwarding.stub.scripted.ScriptedAnswers;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.tools.BrowserStubs;
import io.plsim.server.forwarding.stub.tools.CodeInterpreterStubs;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * AgentCore as far as it fits into this process: every operation of the catalogue answers something that its SDK parses,
 * and remembers what a client needs to go on. A scripted answer goes before the stub's own. Safe to use from many threads.
 */
public final class StubForwarder implements Forwarder {
    private final List<PrimitiveStubs> primitives;
    private final Map<String, Stub> stubs;
    private final ScriptedAnswers scripted;

    /**
     * Stubs that remember nothing yet.
     *
     * @param random makes identifiers; safe to use from many threads
     * @param tools what a gateway offers, by its id; a gateway that is not there has the one tool that echoes
     */
    public StubForwarder(StubSettings settings, Clock clock, RandomGenerator random, Map<String, List<McpTool>> tools) {
        Ids ids = new Ids(random);
        this.primitives = List.of(
                new RuntimeStubs(settings, ids),
                new HarnessStubs(),
                new MemoryStubs(ids),
                new CodeInterpreterStubs(clock, ids),
                new BrowserStubs(settings, clock, ids),
                new IdentityStubs(settings, ids),
                new GatewayStubs(settings, ids, tools),
                new RegistryStubs(),
                new PaymentStubs(clock, ids),
                new EvaluationStubs(settings, clock, ids));
        this.stubs = byOperation(primitives);
        this.scripted = new ScriptedAnswers(stubs.keySet());
    }

    @Override
    public CompletionStage<Forwarded> forward(InboundRequest request, Resolved operation, Caller caller)
            throws IOException {
        return Forwarded.answered(answer(request, operation, caller));
    }

    private Answer answer(InboundRequest request, Resolved operation, Caller caller) throws IOException {
        // AgentCore takes a request whole before it answers; a body that breaks off or never ends is refused.
        request.body().sha256Hex();
        String name = operation.operation().name();
        Stub stub = Objects.requireNonNull(stubs.get(name), () -> "every operation has a stub, " + name + " too");
        Optional<Answer> prescribed = scripted.next(name, operation.resourceId(), request);
        if (prescribed.isPresent()) {
            return prescribed.get();
        }
        try {
            return stub.answer(new StubRequest(request, operation, caller));
        } catch (StubRefusal refused) {
            return ErrorWriter.write(refused.refusal());
        }
    }

    @Override
    public String destination(Resolved operation) {
        return "stub";
    }

    /** The operations that have a stub. */
    public Set<String> operations() {
        return stubs.keySet();
    }

    /** The answers that go before the stubs' own. */
    public ScriptedAnswers scripted() {
        return scripted;
    }

    /** Forgets what requests have created, and every scripted answer but the configured ones. */
    public void reset() {
        primitives.forEach(PrimitiveStubs::reset);
        scripted.reset();
    }

    private static Map<String, Stub> byOperation(List<PrimitiveStubs> primitives) {
        Map<String, Stub> stubs = new HashMap<>();
        for (PrimitiveStubs primitive : primitives) {
            primitive.stubs().forEach((operation, stub) -> {
                if (stubs.put(operation, stub) != null) {
                    throw new IllegalStateException(operation + " has two stubs");
                }
            });
        }
        return Map.copyOf(stubs);
    }
}
