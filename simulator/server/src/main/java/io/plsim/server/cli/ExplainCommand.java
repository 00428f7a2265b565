package io.plsim.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plsim explain}: the explanation of a recorded decision. */
@Command(name = "explain", description = "Explain a decision of the running server.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DECISION-ID")
    private String id = "";

    @Option(names = "--console", paramLabel = "URL")
    private String console = ConsoleClient.DEFAULT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Main.CommandFailed, JsonProcessingException {
        HttpResponse<String> answer = ConsoleClient.get(
                console, "/api/decisions/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/explanation");
        if (answer.statusCode() != 200) {
            throw new Main.CommandFailed(Main.INVALID, "There is no decision " + id + " at " + console + ".");
        }
        String text = new ObjectMapper().readTree(answer.body()).path("text").asText();
        if (spec != null) {
            spec.commandLine().getOut().println(text.stripTrailing());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
