package io.plsim.server.forwarding.stub.memory;

import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.state.Ids;
import java.util.Map;

/**
 * Memory that remembers events and records. Every memory exists; nothing is extracted from events, records come from the
 * batch operations alone.
 */
public final class MemoryStubs implements PrimitiveStubs {
    private final MemoryEvents events;
    private final MemoryRecords records;

    public MemoryStubs(Ids ids) {
        this.events = new MemoryEvents(ids);
        this.records = new MemoryRecords(ids);
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.ofEntries(
                Map.entry("CreateEvent", events::create),
                Map.entry("GetEvent", events::get),
                Map.entry("DeleteEvent", events::delete),
                Map.entry("ListEvents", events::list),
                Map.entry("ListSessions", events::listSessions),
                Map.entry("ListActors", events::listActors),
                Map.entry("BatchCreateMemoryRecords", records::create),
                Map.entry("BatchUpdateMemoryRecords", records::update),
                Map.entry("BatchDeleteMemoryRecords", records::deleteMany),
                Map.entry("GetMemoryRecord", records::get),
                Map.entry("DeleteMemoryRecord", records::delete),
                Map.entry("ListMemoryRecords", records::list),
                Map.entry("RetrieveMemoryRecords", records::retrieve),
                Map.entry("StartMemoryExtractionJob", ExtractionJobs::start),
                Map.entry("ListMemoryExtractionJobs", ExtractionJobs::list));
    }

    @Override
    public void reset() {
        events.reset();
        records.reset();
    }
}
