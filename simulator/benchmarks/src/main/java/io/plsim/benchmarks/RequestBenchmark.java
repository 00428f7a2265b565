package io.plsim.benchmarks;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands before a decision: making the question with its context keys, as an endpoint does for every request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
    private int team = 7;
    private PolicyEvaluator policy = SamplePolicy.of(10);

    @Benchmark
    public AuthorizationRequest makeTheQuestion() {
        return SamplePolicy.question(team);
    }

    @Benchmark
    public Decision makeTheQuestionAndDecide() {
        return policy.decide(SamplePolicy.question(team));
    }
}
