package io.plsim.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.authentication.ExampleCredentials;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plsim env}: the variables that make SDKs, CLI and MCP clients use the running endpoints. */
@Command(
        name = "env",
        description = "Print what makes clients use the running endpoints: eval \"$(plsim env)\".",
        mixinStandardHelpOptions = true)
final class EnvCommand implements Callable<Integer> {
    /** The forms in which variables are printed. */
    enum Shell {
        bash("# %s", "export %s='%s'"),
        powershell("# %s", "$env:%s = '%s'"),
        dotenv("# %s", "%s='%s'");

        private final String comment;
        private final String variable;

        Shell(String comment, String variable) {
            this.comment = comment;
            this.variable = variable;
        }
    }

    @Option(names = "--shell", paramLabel = "bash|powershell|dotenv", defaultValue = "bash")
    private Shell shell = Shell.bash;

    @Option(names = "--console", paramLabel = "URL")
    private String console = ConsoleClient.DEFAULT;

    @Option(
            names = "--trust-folder",
            paramLabel = "F",
            description = "where to write ca.pem and trust stores (~/.plsim)")
    private @Nullable Path trustFolder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Main.CommandFailed, JsonProcessingException {
        JsonNode endpoints = new ObjectMapper().readTree(get("/api/endpoints"));
        Path folder = trustFolder == null ? Path.of(System.getProperty("user.home"), ".plsim") : trustFolder;
        TrustFiles trust = TrustFiles.write(folder.toAbsolutePath(), get("/certs/ca.pem"));
        PrintWriter out =
                spec == null ? new PrintWriter(System.out) : spec.commandLine().getOut();
        print(out, "AWS SDKs and CLI: plain HTTP on this machine", plain(endpoints));
        print(out, "An example caller; its keys are AWS's documentation examples", ExampleCredentials.environment());
        print(out, "TLS by AWS's host names, once these lead here: what each client trusts", trust(trust));
        note(
                out,
                "Java: add -Djavax.net.ssl.trustStore=" + trust.trustStore() + " -Djavax.net.ssl.trustStorePassword="
                        + TrustFiles.PASSWORD);
        for (JsonNode endpoint : endpoints) {
            note(
                    out,
                    endpoint.path("id").asText() + " over TLS: "
                            + endpoint.path("tlsUrl").asText());
        }
        note(out, "A bearer token for OAuth and MCP clients: plsim token --console " + console);
        out.flush();
        return 0;
    }

    private Map<String, String> plain(JsonNode endpoints) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (JsonNode endpoint : endpoints) {
            boolean gateway = endpoint.path("service").asText().endsWith(".gateway");
            String url = endpoint.path("url").asText();
            variables.putIfAbsent(
                    gateway ? "AGENTCORE_GATEWAY_MCP_URL" : "AWS_ENDPOINT_URL_BEDROCK_AGENTCORE",
                    gateway ? url + "/mcp" : url);
            variables.putIfAbsent("AWS_REGION", endpoint.path("region").asText());
            variables.putIfAbsent("AWS_DEFAULT_REGION", endpoint.path("region").asText());
        }
        return variables;
    }

    private static Map<String, String> trust(TrustFiles trust) {
        Map<String, String> variables = new LinkedHashMap<>();
        // These two replace what a client trusts, so the public authorities are in the file too.
        variables.put("AWS_CA_BUNDLE", trust.bundle().toString());
        variables.put("SSL_CERT_FILE", trust.bundle().toString());
        variables.put("REQUESTS_CA_BUNDLE", trust.bundle().toString());
        variables.put("NODE_EXTRA_CA_CERTS", trust.authority().toString());
        return variables;
    }

    private void print(PrintWriter out, String comment, Map<String, String> variables) {
        note(out, comment);
        variables.forEach((name, value) -> out.println(shell.variable.formatted(name, quoted(value))));
    }

    private void note(PrintWriter out, String text) {
        out.println(shell.comment.formatted(text));
    }

    private String quoted(String value) {
        return shell == Shell.powershell ? value.replace("'", "''") : value.replace("'", "'\\''");
    }

    private String get(String path) throws Main.CommandFailed {
        var answer = ConsoleClient.get(console, path);
        if (answer.statusCode() != 200) {
            throw new Main.CommandFailed(
                    Main.NOT_REACHABLE, "What answers at " + console + " is no plsim console; see its banner.");
        }
        return answer.body();
    }
}
