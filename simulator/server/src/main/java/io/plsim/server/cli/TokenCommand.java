package io.plsim.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plsim.server.authentication.bearer.TokenFault;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plsim token}: a bearer token of the running server's issuer. */
@Command(name = "token", description = "Print a token of the built-in issuer.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Option(names = "--client-id", paramLabel = "C")
    private @Nullable String clientId;

    @Option(names = "--audience", paramLabel = "A")
    private @Nullable String audience;

    @Option(names = "--scope", paramLabel = "S")
    private @Nullable String scope;

    @Option(
            names = "--claim",
            paramLabel = "k=v",
            description = "Any claim; given several times, or with a name that ends with [], it is a list.")
    private List<String> claims = List.of();

    @Option(names = "--expires-in", paramLabel = "SECONDS")
    private @Nullable Long expiresIn;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            completionCandidates = Faults.class,
            converter = Faults.class,
            description = "Make a token that must be refused: ${COMPLETION-CANDIDATES}.")
    private @Nullable TokenFault fault;

    @Option(names = "--console", paramLabel = "URL")
    private String console = ConsoleClient.DEFAULT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Main.CommandFailed, JsonProcessingException {
        List<String> form = new ArrayList<>(List.of("grant_type=client_credentials"));
        add(form, "client_id", clientId);
        add(form, "audience", audience);
        add(form, "scope", scope);
        add(form, "fault", fault == null ? null : fault.text());
        add(form, "expires_in", expiresIn == null ? null : expiresIn.toString());
        for (String claim : claims) {
            int equals = claim.indexOf('=');
            if (equals < 1) {
                throw new Main.CommandFailed(2, "--claim " + claim + " is not key=value.");
            }
            add(form, claim.substring(0, equals), claim.substring(equals + 1));
        }
        HttpResponse<String> answer = ConsoleClient.post(console, "/oauth/token", String.join("&", form));
        if (answer.statusCode() != 200) {
            throw new Main.CommandFailed(Main.INVALID, "The issuer refused: " + answer.body());
        }
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .println(new ObjectMapper()
                            .readTree(answer.body())
                            .path("access_token")
                            .asText());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private static void add(List<String> form, String name, @Nullable String value) {
        if (value != null) {
            form.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The faults as they are written on the command line. */
    static final class Faults implements ITypeConverter<TokenFault>, Iterable<String> {
        @Override
        public TokenFault convert(String text) {
            return TokenFault.of(text)
                    .orElseThrow(() -> new TypeConversionException("it must be one of " + TokenFault.texts()));
        }

        @Override
        public Iterator<String> iterator() {
            return TokenFault.texts().iterator();
        }
    }
}
