package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's examples of forwarding, run as they stand there. */
class ReadmeForwardingTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<String> examples() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("plsim.repository"), "README.md"));
        String section = readme.substring(readme.indexOf("## Your own agent behind the endpoint"));
        return YAML.matcher(section)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theAgentOfTheFirstExampleIsInvoked() throws Exception {
        try (TinyAgent agent = TinyAgent.answering(200, "{\"said\":\"hello\"}");
                RunningSimulator simulator = RunningSimulator.start(examples()
                        .get(0)
                        .replace("http://localhost:8080", agent.url().toString()))) {
            HttpResponse<String> answer = SignedHttp.post(
                    simulator.dataPlane(),
                    "/runtimes/customAgent1/invocations?accountId=111122223333",
                    "{\"prompt\":\"hi\"}",
                    Callers.ALICE);
            assertThat(answer.body()).isEqualTo("{\"said\":\"hello\"}");
        }
    }

    @Test
    void theSecondExampleStartsWithCredentials() throws Exception {
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        try (RunningSimulator simulator = RunningSimulator.start(examples().get(1))) {
            assertThat(simulator.dataPlane()).isNotNull();
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }
}
