package io.plsim.server.forwarding.stub.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.Ids;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** Payments without money: instruments and sessions are kept, balances are fixed, proofs prove nothing. */
public final class PaymentStubs implements PrimitiveStubs {
    private final PaymentObjects instruments;
    private final PaymentObjects sessions;
    private final Ids ids;

    public PaymentStubs(Clock clock, Ids ids) {
        this.instruments = new PaymentObjects("paymentInstrument", "payment-instrument-", clock, ids);
        this.sessions = new PaymentObjects("paymentSession", "payment-session-", clock, ids);
        this.ids = ids;
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.of(
                "CreatePaymentInstrument", this::createInstrument,
                "GetPaymentInstrument", instruments::get,
                "ListPaymentInstruments", request -> instruments.list(request, "paymentInstrumentDetails"),
                "DeletePaymentInstrument", instruments::delete,
                "GetPaymentInstrumentBalance", this::balance,
                "CreatePaymentSession", this::createSession,
                "GetPaymentSession", sessions::get,
                "ListPaymentSessions", request -> sessions.list(request, "limits", "availableLimits"),
                "DeletePaymentSession", sessions::delete,
                "ProcessPayment", this::process);
    }

    @Override
    public void reset() {
        instruments.reset();
        sessions.reset();
    }

    private Answer createInstrument(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode more = JsonNodeFactory.instance
                .objectNode()
                .put("paymentConnectorId", body.requiredText("paymentConnectorId"))
                .put("paymentInstrumentType", body.requiredText("paymentInstrumentType"))
                .put("status", "ACTIVE");
        more.set("paymentInstrumentDetails", body.requiredObject("paymentInstrumentDetails"));
        return instruments.create(request, body, more);
    }

    private Answer createSession(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put(
                "expiryTimeInMinutes",
                body.integer("expiryTimeInMinutes", 15, 480)
                        .orElseThrow(() -> StubRefusal.constraint("expiryTimeInMinutes", "not be null")));
        var limits = body.object("limits");
        if (limits.isPresent()) {
            ObjectNode spend = new JsonInput(limits.get()).requiredObject("maxSpendAmount");
            more.set("limits", limits.get());
            more.putObject("availableLimits").set("availableSpendAmount", spend);
        }
        return sessions.create(request, body, more);
    }

    private Answer balance(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode instrument = instruments.find(body);
        String chain = body.requiredText("chain");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("paymentInstrumentId", instrument.get("paymentInstrumentId"));
        answer.putObject("tokenBalance")
                .put("amount", "100000000")
                .put("decimals", 6)
                .put("token", body.requiredText("token"))
                .put("network", chain.startsWith("SOLANA") ? "SOLANA" : "ETHEREUM")
                .put("chain", chain);
        return request.answer(answer);
    }

    private Answer process(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        ObjectNode session = sessions.find(body);
        ObjectNode instrument = instruments.find(body);
        JsonInput input =
                new JsonInput(new JsonInput(body.requiredObject("paymentInput")).requiredObject("cryptoX402"));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("processPaymentId", ids.uuid())
                .put("paymentType", body.requiredText("paymentType"))
                .put("status", "PROOF_GENERATED")
                .put("createdAt", sessions.now())
                .put("updatedAt", sessions.now());
        answer.set("paymentManagerArn", session.get("paymentManagerArn"));
        answer.set("paymentSessionId", session.get("paymentSessionId"));
        answer.set("paymentInstrumentId", instrument.get("paymentInstrumentId"));
        ObjectNode proof = answer.putObject("paymentOutput").putObject("cryptoX402");
        proof.put("version", input.requiredText("version"))
                .putObject("payload")
                .put("signature", "plsim-proof-" + ids.alphanumeric(24));
        return request.answer(answer);
    }
}
