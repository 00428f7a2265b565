package io.plsim.server.forwarding.stub.evaluations;

import io.plsim.server.forwarding.stub.exchange.PrimitiveStubs;
import io.plsim.server.forwarding.stub.exchange.Stub;
import io.plsim.server.forwarding.stub.exchange.StubSettings;
import io.plsim.server.forwarding.stub.state.Ids;
import java.time.Clock;
import java.util.Map;

/** Evaluations and optimizations whose work is done the moment it is asked for, with the best result. */
public final class EvaluationStubs implements PrimitiveStubs {
    private final EvaluateStub evaluate;
    private final BatchEvaluations batches;
    private final Recommendations recommendations;
    private final AbTests abTests;

    public EvaluationStubs(StubSettings settings, Clock clock, Ids ids) {
        this.evaluate = new EvaluateStub(settings);
        this.batches = new BatchEvaluations(settings, clock, ids);
        this.recommendations = new Recommendations(settings, clock, ids);
        this.abTests = new AbTests(settings, clock, ids);
    }

    @Override
    public Map<String, Stub> stubs() {
        return Map.ofEntries(
                Map.entry("Evaluate", evaluate),
                Map.entry("StartBatchEvaluation", batches::start),
                Map.entry("GetBatchEvaluation", batches::get),
                Map.entry("ListBatchEvaluations", batches::list),
                Map.entry("StopBatchEvaluation", batches::stop),
                Map.entry("DeleteBatchEvaluation", batches::delete),
                Map.entry("StartRecommendation", recommendations::start),
                Map.entry("GetRecommendation", recommendations::get),
                Map.entry("ListRecommendations", recommendations::list),
                Map.entry("DeleteRecommendation", recommendations::delete),
                Map.entry("CreateABTest", abTests::create),
                Map.entry("GetABTest", abTests::get),
                Map.entry("ListABTests", abTests::list),
                Map.entry("UpdateABTest", abTests::update),
                Map.entry("DeleteABTest", abTests::delete));
    }

    @Override
    public void reset() {
        batches.reset();
        recommendations.reset();
        abTests.reset();
    }
}
