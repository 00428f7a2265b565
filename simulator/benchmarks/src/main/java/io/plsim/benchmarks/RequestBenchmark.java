package io.plsim.benchmarks;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal.AssumedRoleSession;
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
    private AssumedRoleSession session = SamplePolicy.session(7);
    private String runtime = SamplePolicy.runtime(7);
    private PolicyEvaluator policy = SamplePolicy.of(10);

    @Benchmark
    public AuthorizationRequest makeTheQuestion() {
        return SamplePolicy.question(session, runtime);
    }

    @Benchmark
    public Decision makeTheQuestionAndDecide() {
        return policy.decide(SamplePolicy.question(session, runtime));
    }
}
