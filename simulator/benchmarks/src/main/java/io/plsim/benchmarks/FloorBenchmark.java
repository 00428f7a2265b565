package io.plsim.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The floor: what somebody would write by hand who had this one statement and this one request in mind. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBenchmark {
    private String role = SamplePolicy.roleArn(0);
    private String action = "bedrock-agentcore:InvokeAgentRuntime";
    private String resource = SamplePolicy.runtime(0);
    private Map<String, String> context = context();

    private static Map<String, String> context() {
        Map<String, String> context = new HashMap<>();
        SamplePolicy.question(0)
                .context()
                .asMap()
                .forEach((String name, List<String> values) -> context.put(name, values.get(0)));
        return context;
    }

    @Benchmark
    public boolean handWritten() {
        if (!role.equals("arn:aws:iam::111122223333:role/agent-runner-00")) {
            return false;
        }
        boolean known = switch (action) {
            case "bedrock-agentcore:InvokeAgentRuntime",
                    "bedrock-agentcore:StopRuntimeSession",
                    "bedrock-agentcore:GetAgentCard",
                    "bedrock-agentcore:InvokeAgentRuntimeCommand" -> true;
            default -> false;
        };
        return known
                && resource.startsWith("arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/team00")
                && SamplePolicy.ENDPOINT.equals(context.get("aws:SourceVpce"));
    }
}
