package io.plsim.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.plsim.server.Simulator;
import io.plsim.server.configuration.ConfigurationFile;
import io.plsim.server.configuration.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TokenCommandTest {
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(new Settings(
                ConfigurationFile.parse("port: 0\ngatewayPort: 0\nconsolePort: 0\ntlsPort: 0\n", "test"), Path.of("")));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran token(String... options) {
        return run(simulator.consoleUrl().toString(), options);
    }

    private static Ran run(String console, String... options) {
        List<String> arguments = new ArrayList<>(List.of("token", "--console", console));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments.toArray(String[]::new));
        return new Ran(exit, out.toString().strip(), err.toString());
    }

    @Test
    void everyOptionBecomesAClaim() throws Exception {
        Ran ran = token(
                "--client-id",
                "web",
                "--audience",
                "api",
                "--scope",
                "a b",
                "--claim",
                "team=blue",
                "--claim",
                "roles[]=x");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JWTClaimsSet claims = SignedJWT.parse(ran.out()).getJWTClaimsSet();
        assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
        assertThat(claims.getAudience()).containsExactly("api");
        assertThat(claims.getStringClaim("scope")).isEqualTo("a b");
        assertThat(claims.getStringClaim("team")).isEqualTo("blue");
        assertThat(claims.getStringListClaim("roles")).containsExactly("x");
    }

    @Test
    void aFaultMakesATokenThatIsWrong() throws Exception {
        Ran ran = token("--fault", "no-expiry");
        assertThat(ran.exit()).isZero();
        assertThat(SignedJWT.parse(ran.out()).getJWTClaimsSet().getExpirationTime())
                .isNull();
        assertThat(token("--fault", "alg-none").out()).endsWith(".");
    }

    @Test
    void anUnknownFaultIsAWrongUsageThatNamesTheFaults() {
        Ran ran = token("--fault", "evil");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("wrong-key").contains("not-yet-valid");
    }

    @Test
    void withoutAServerTheExitCodeIsFour() {
        Ran ran = run("http://localhost:1");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err()).contains("start one with ./plsim serve");
    }
}
