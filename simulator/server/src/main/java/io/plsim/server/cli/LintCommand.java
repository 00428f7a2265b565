package io.plsim.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.explanation.ExplanationJson;
import io.plsim.policy.lint.PolicyLinter;
import io.plsim.policy.lint.fix.PolicyFixer;
import io.plsim.policy.lint.fix.UnifiedDiff;
import io.plsim.policy.lint.report.FindingsSarif;
import io.plsim.policy.lint.report.FindingsText;
import io.plsim.policy.lint.report.LintedFile;
import io.plsim.server.configuration.BearerOnlyResources;
import io.plsim.server.configuration.ConfigurationFile;
import io.plsim.server.configuration.InvalidConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plsim lint}: what AWS would not store, and what hardly means what was meant. */
@Command(
        name = "lint",
        description = "Find mistakes in policies, and repair those that have one reading only.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "F", arity = "1..*", description = "policy files")
    private List<Path> files = List.of();

    @Option(names = "--policy-type", paramLabel = "T", description = "endpoint (default), resource or identity")
    private Choices.TypeChoice type = Choices.TypeChoice.endpoint;

    @Option(names = "--format", paramLabel = "text|json|sarif")
    private Format format = Format.text;

    @Option(
            names = "--fail-level",
            paramLabel = "error|warning|note",
            description = "findings at or above it fail the command (default: error)")
    private Choices.LevelChoice failLevel = Choices.LevelChoice.error;

    @Option(names = "--fix", description = "rewrite what is provably the same intent, and show the difference")
    private boolean fix;

    @Option(names = "--config", paramLabel = "F", description = "configuration with resources that take tokens only")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    /** How findings are printed; names as on the command line. */
    enum Format {
        text,
        json,
        sarif
    }

    @Override
    public Integer call() throws Main.CommandFailed, InvalidConfigurationException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets the spec");
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Set<String> bearerOnly = config == null
                ? Set.of()
                : BearerOnlyResources.of(ConfigurationFile.read(config, JsonNodeFactory.instance.objectNode()));
        List<LintedFile> linted = new ArrayList<>();
        boolean unreadable = false;
        for (Path file : files) {
            try {
                linted.add(lint(file, bearerOnly, format == Format.text ? out : err));
            } catch (Main.CommandFailed failed) {
                err.println(failed.getMessage());
                unreadable = true;
            }
        }
        print(linted, out);
        out.flush();
        Severity level = failLevel.severity();
        return unreadable || linted.stream().anyMatch(file -> file.reaches(level)) ? Main.INVALID : 0;
    }

    private LintedFile lint(Path file, Set<String> bearerOnly, PrintWriter differences) throws Main.CommandFailed {
        String text = TextFile.read(file);
        PolicyType policyType = type.type();
        if (!fix) {
            return new LintedFile(file.toString(), text, PolicyLinter.lint(text, policyType, bearerOnly));
        }
        PolicyFixer.Fixed fixed = new PolicyFixer(policyType, bearerOnly).fix(text);
        if (!fixed.text().equals(text)) {
            TextFile.write(file, fixed.text());
            differences.print(UnifiedDiff.of(file.toString(), text, fixed.text()));
        }
        return new LintedFile(file.toString(), fixed.text(), fixed.remaining());
    }

    private void print(List<LintedFile> linted, PrintWriter out) {
        switch (format) {
            case text -> linted.forEach(file -> out.print(FindingsText.write(file)));
            case json -> out.println(json(linted).toPrettyString());
            case sarif ->
                out.println(FindingsSarif.write(linted, Main.version()).toPrettyString());
        }
    }

    private static ObjectNode json(List<LintedFile> linted) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("findings");
        for (LintedFile file : linted) {
            ExplanationJson.write(file.findings()).forEach(finding -> {
                ObjectNode named = all.addObject().put("file", file.name());
                named.setAll((ObjectNode) finding);
            });
        }
        return json;
    }
}
