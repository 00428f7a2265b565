package io.plsim.server.cli;

import io.plsim.policy.decision.Explanation;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.Readings;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.explanation.ExplanationText;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.PrincipalKeys;
import io.plsim.policy.request.RequestJson;
import io.plsim.server.console.Evaluation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plsim evaluate}: one offline decision, or one for each line of a file. */
@Command(name = "evaluate", description = "Decide offline and explain.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--policy", paramLabel = "F")
    private @Nullable Path policy;

    @Option(names = "--principal", paramLabel = "P", description = "an ARN, oauth or anonymous")
    private @Nullable String principal;

    @Option(names = "--action", paramLabel = "A")
    private @Nullable String action;

    @Option(names = "--resource", paramLabel = "R")
    private @Nullable String resource;

    @Option(names = "--context", paramLabel = "k=v", description = "repeat a key for a list")
    private List<String> context = List.of();

    @Option(names = "--policy-type", paramLabel = "T", description = "endpoint (default), resource or identity")
    private Choices.TypeChoice policyType = Choices.TypeChoice.endpoint;

    @Option(names = "--format", paramLabel = "text|json")
    private Choices.DecisionFormat format = Choices.DecisionFormat.text;

    @Option(names = "--batch", paramLabel = "F.jsonl", description = "one request for each line")
    private @Nullable Path batch;

    @Option(names = "--explain", description = "with --batch: add the statements")
    private boolean explain;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Main.CommandFailed {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean single =
                policy != null || principal != null || action != null || resource != null || !context.isEmpty();
        if (batch != null && single) {
            throw new ParameterException(
                    spec.commandLine(), "--batch takes everything from its file; leave the other options out.");
        }
        if (batch != null) {
            return new BatchEvaluation(new Evaluation(Readings.DEFAULT), explain, out).run(batch);
        }
        if (policy == null || principal == null || action == null || resource == null) {
            throw new ParameterException(
                    spec.commandLine(), "evaluate needs --policy, --principal, --action and --resource, or --batch");
        }
        Explanation explanation = explain(policy, principal, action, resource);
        if (format == Choices.DecisionFormat.json) {
            out.println(ExplanationJson.write(explanation, true).toPrettyString());
        } else {
            out.print(ExplanationText.write(explanation));
        }
        out.flush();
        return explanation.decision().allowed() ? 0 : Main.DENIED;
    }

    private Explanation explain(Path file, String who, String what, String where) throws Main.CommandFailed {
        try {
            PolicyEvaluator evaluator = PolicyEvaluator.compile(
                    PolicyReader.read(TextFile.read(file), policyType.type()), Readings.DEFAULT);
            Principal caller = RequestJson.principal(who);
            ContextKeys keys = PrincipalKeys.complete(contextKeys(), caller, Readings.DEFAULT.oauthPrincipalKeys());
            return evaluator.explain(new AuthorizationRequest(caller, what, where, keys));
        } catch (InvalidPolicyException invalid) {
            throw InvalidPolicy.in(file, invalid);
        } catch (MalformedRequestException malformed) {
            throw new Main.CommandFailed(2, "--principal " + who + ": " + malformed.getMessage() + ".");
        }
    }

    private ContextKeys contextKeys() throws Main.CommandFailed {
        ContextKeys.Builder keys = ContextKeys.builder();
        for (String pair : context) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Main.CommandFailed(2, "--context " + pair + " is not key=value.");
            }
            keys.add(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return keys.build();
    }
}
