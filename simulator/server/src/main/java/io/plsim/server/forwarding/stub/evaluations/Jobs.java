package io.plsim.server.forwarding.stub.evaluations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import io.plsim.server.forwarding.stub.exchange.StubRequest;
import io.plsim.server.forwarding.stub.state.BoundedStore;
import io.plsim.server.forwarding.stub.state.Page;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Pieces of work by id: batch evaluations, recommendations or A/B tests. */
final class Jobs {
    private static final int DEFAULT_PAGE = 20;

    private final BoundedStore jobs;
    private final String what;
    private final String idMember;

    Jobs(String what, String idMember) {
        this.jobs = new BoundedStore(what + "s");
        this.what = what;
        this.idMember = idMember;
    }

    void add(ObjectNode job) throws StubRefusal {
        jobs.put(id(job), job);
    }

    ObjectNode find(StubRequest request) throws StubRefusal {
        return jobs.find(request.label(idMember)).orElseThrow(() -> StubRefusal.notFound(what));
    }

    ObjectNode update(StubRequest request, UnaryOperator<ObjectNode> change) throws StubRefusal {
        return jobs.update(request.label(idMember), change).orElseThrow(() -> StubRefusal.notFound(what));
    }

    ObjectNode remove(StubRequest request) throws StubRefusal {
        return jobs.remove(request.label(idMember)).orElseThrow(() -> StubRefusal.notFound(what));
    }

    /** A page of those that fit, with these members only. */
    ObjectNode page(StubRequest request, String list, Predicate<ObjectNode> wanted, Collection<String> members)
            throws StubRefusal {
        List<ObjectNode> found = jobs.all().stream()
                .filter(wanted)
                .map(job -> only(job, members))
                .toList();
        return Page.of(request, DEFAULT_PAGE).cut(list, found, this::id);
    }

    void reset() {
        jobs.clear();
    }

    /** A copy with these members only. */
    static ObjectNode only(ObjectNode job, Collection<String> members) {
        return JsonNodeFactory.instance.objectNode().setAll(job.deepCopy().retain(members));
    }

    private String id(ObjectNode job) {
        return job.get(idMember).textValue();
    }
}
