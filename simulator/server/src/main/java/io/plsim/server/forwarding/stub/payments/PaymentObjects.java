package io.plsim.server.forwarding.stub.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.state.Page;
import io.plsim.server.forwarding.stub.state.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The payment instruments, or the payment sessions, of every payment manager. */
final class PaymentObjects {
    private static final String MANAGER = "paymentManagerArn";
    private static final String USER_HEADER = "X-Amzn-Bedrock-AgentCore-Payments-User-Id";
    /** A bearer caller's user comes from its token, which stubs do not see. */
    private static final String UNNAMED_USER = "plsim-user";

    private static final int RANDOM_LENGTH = 15;
    private static final int DEFAULT_PAGE = 20;

    private final BoundedStore objects;
    private final String member;
    private final String idMember;
    private final String idPrefix;
    private final Clock clock;
    private final Ids ids;

    /** Objects that answers call {@code member}, with ids of that prefix. */
    PaymentObjects(String member, String idPrefix, Clock clock, Ids ids) {
        this.objects = new BoundedStore(member + "s");
        this.member = member;
        this.idMember = member + "Id";
        this.idPrefix = idPrefix;
        this.clock = clock;
        this.ids = ids;
    }

    Answer create(StubRequest request, JsonInput body, ObjectNode more) throws StubRefusal {
        ObjectNode created = JsonNodeFactory.instance
                .objectNode()
                .put(idMember, idPrefix + ids.alphanumeric(RANDOM_LENGTH))
                .put(MANAGER, body.requiredText(MANAGER))
                .put("userId", request.header(USER_HEADER).orElse(UNNAMED_USER))
                .put("createdAt", now())
                .put("updatedAt", now());
        created.setAll(more);
        objects.put(key(created), created);
        return request.answer(wrapped(created));
    }

    Answer get(StubRequest request) throws IOException, StubRefusal {
        return request.answer(wrapped(find(request.json())));
    }

    Answer list(StubRequest request, String... leftOut) throws IOException, StubRefusal {
        JsonInput body = request.json();
        List<ObjectNode> found = objects.under(body.requiredText(MANAGER)).stream()
                .map(object -> object.deepCopy().without(List.of(leftOut)))
                .map(ObjectNode.class::cast)
                .toList();
        return request.answer(Page.of(body, DEFAULT_PAGE)
                .cut(member + "s", found, object -> object.get(idMember).textValue()));
    }

    Answer delete(StubRequest request) throws IOException, StubRefusal {
        objects.remove(key(find(request.json())));
        return request.answer(JsonNodeFactory.instance.objectNode().put("status", "DELETED"));
    }

    /** The object that a request names. */
    ObjectNode find(JsonInput body) throws StubRefusal {
        String key = BoundedStore.key(body.requiredText(MANAGER), body.requiredText(idMember));
        return objects.find(key).orElseThrow(() -> StubRefusal.notFound(member));
    }

    String now() {
        return Timestamps.iso8601(clock.instant());
    }

    void reset() {
        objects.clear();
    }

    private ObjectNode wrapped(ObjectNode object) {
        return JsonNodeFactory.instance.objectNode().set(member, object);
    }

    private String key(ObjectNode object) {
        return BoundedStore.key(
                object.get(MANAGER).textValue(), object.get(idMember).textValue());
    }
}
