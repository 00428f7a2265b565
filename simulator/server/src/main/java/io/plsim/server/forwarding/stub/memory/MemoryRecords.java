package io.plsim.server.forwarding.stub.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.answer.Answer;
import io.plsim.server.forwarding.stub.exchange.JsonInput;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Ids;
import io.plsim.server.forwarding.stub.state.Page;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Long-term memory: records in namespaces, written in batches, listed and searched. */
final class MemoryRecords {
    private static final int DEFAULT_PAGE = 20;
    private static final int DEFAULT_TOP_K = 10;

    private final BoundedStore records = new BoundedStore("memory records");
    private final Ids ids;

    MemoryRecords(Ids ids) {
        this.ids = ids;
    }

    Answer create(StubRequest request) throws IOException, StubRefusal {
        String memory = request.label("memoryId");
        return request.answer(RecordBatch.each(request.json(), input -> {
            String id = "mem-" + ids.uuid();
            return new RecordBatch.Step(id, () -> {
                ObjectNode record = MemoryRecord.created(id, input);
                records.put(BoundedStore.key(memory, id), record);
            });
        }));
    }

    Answer update(StubRequest request) throws IOException, StubRefusal {
        String memory = request.label("memoryId");
        return request.answer(RecordBatch.each(request.json(), input -> {
            String id = input.requiredText("memoryRecordId");
            return new RecordBatch.Step(id, () -> {
                ObjectNode changes = MemoryRecord.changes(input);
                required(records.update(BoundedStore.key(memory, id), record -> record.setAll(changes)));
            });
        }));
    }

    Answer deleteMany(StubRequest request) throws IOException, StubRefusal {
        String memory = request.label("memoryId");
        return request.answer(RecordBatch.each(request.json(), input -> {
            String id = input.requiredText("memoryRecordId");
            return new RecordBatch.Step(id, () -> required(records.remove(BoundedStore.key(memory, id))));
        }));
    }

    Answer get(StubRequest request) throws StubRefusal {
        ObjectNode record = records.find(key(request)).orElseThrow(() -> StubRefusal.notFound("Memory record"));
        return request.answer(JsonNodeFactory.instance.objectNode().set("memoryRecord", record));
    }

    Answer delete(StubRequest request) throws StubRefusal {
        required(records.remove(key(request)));
        return request.answer(
                JsonNodeFactory.instance.objectNode().put("memoryRecordId", request.label("memoryRecordId")));
    }

    Answer list(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        List<ObjectNode> found = NamespaceFilter.of(body).apply(records.under(request.label("memoryId")));
        found = MetadataFilter.of(body, "metadataFilters").apply(found);
        return request.answer(Page.of(body, DEFAULT_PAGE).cut("memoryRecordSummaries", found, MemoryRecord::ageAndId));
    }

    Answer retrieve(StubRequest request) throws IOException, StubRefusal {
        JsonInput body = request.json();
        JsonInput criteria = new JsonInput(body.requiredObject("searchCriteria"));
        RecordSearch search = new RecordSearch(criteria.requiredText("searchQuery"));
        OptionalInt topK = criteria.integer("topK", 1, 100);
        NamespaceFilter namespace = NamespaceFilter.of(body).withStrategy(criteria.text("memoryStrategyId"));
        List<ObjectNode> candidates = MetadataFilter.of(criteria, "metadataFilters")
                .apply(namespace.apply(records.under(request.label("memoryId"))));
        List<ObjectNode> best = search.best(candidates, topK.orElse(DEFAULT_TOP_K));
        return request.answer(Page.of(body, DEFAULT_PAGE).cut("memoryRecordSummaries", best, RecordSearch::rank));
    }

    void reset() {
        records.clear();
    }

    private static String key(StubRequest request) {
        return BoundedStore.key(request.label("memoryId"), request.label("memoryRecordId"));
    }

    private static void required(Optional<ObjectNode> record) throws StubRefusal {
        if (record.isEmpty()) {
            throw StubRefusal.notFound("Memory record");
        }
    }
}
