package io.plsim.benchmarks;

import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One question to a policy of one, ten or forty-nine statements; the last statement allows it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {
    @Param({"1", "10", "49"})
    private int statements;

    private PolicyEvaluator policy = SamplePolicy.of(1);
    private AuthorizationRequest question = SamplePolicy.question(0);

    @Setup
    public void compile() {
        policy = SamplePolicy.of(statements);
        question = SamplePolicy.question(statements - 1);
        if (!policy.decide(question).allowed()) {
            throw new IllegalStateException("the sample is allowed by its last statement");
        }
    }

    @Benchmark
    public Decision decide() {
        return policy.decide(question);
    }

    /** Every statement and element with its reason; the words are drawn when somebody reads them. */
    @Benchmark
    public Explanation explain() {
        return policy.explain(question);
    }

    /** The same, written out as the console answers it. */
    @Benchmark
    public String explainInJson() {
        return ExplanationJson.write(policy.explain(question), true).toString();
    }
}
