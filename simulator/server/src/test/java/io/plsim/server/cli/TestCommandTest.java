package io.plsim.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestCommandTest {
    private static final Path POLICIES = Path.of(System.getProperty("plsim.repository"), "policies");
    private static final String CASE =
            "{\"name\": \"%s\", \"request\": {\"principal\": {\"oauth\": true}, \"action\": \"bedrock-agentcore:InvokeGateway\","
                    + " \"resource\": \"arn:aws:bedrock-agentcore:us-east-1:111122223333:gateway/g\"},"
                    + " \"expect\": {\"outcome\": \"%s\"}}";

    @TempDir
    private Path folder = Path.of("");

    private Path example(String name, String policyPrincipal, String... cases) throws IOException {
        Path example = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                example.resolve("policy.json"),
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": " + policyPrincipal
                        + ", \"Action\": \"*\", \"Resource\": \"*\"}}");
        Files.writeString(example.resolve("decisions.json"), "{\"cases\": [" + String.join(",", List.of(cases)) + "]}");
        return example;
    }

    @Test
    void everyExampleOfTheRepositoryPasses() {
        Command test = Command.run("test", POLICIES);
        assertThat(test.exit()).as(test.out()).isZero();
        assertThat(test.out()).contains("policies/gateway: ").containsPattern("\\d+ passed, 0 failed\\n$");
    }

    @Test
    void aCaseThatFailsIsExplainedAndCounted() throws IOException {
        example("a/b", "\"*\"", CASE.formatted("passes", "allowed"));
        example("c", "{\"AWS\": \"111122223333\"}", CASE.formatted("fails", "allowed"));
        Command test = Command.run("test", folder);
        assertThat(test.exit()).isEqualTo(1);
        assertThat(test.out())
                .contains("FAILED fails: expected allowed, but the policy says implicitDeny by []")
                .contains("OAuth")
                .endsWith("1 passed, 1 failed\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cases\": [], \"more\": 1}",
                "{\"cases\": [{\"name\": \"x\", \"request\": {}, \"expect\": {}, \"why\": \"\"}]}",
                "{\"cases\": [{\"name\": \"x\", \"request\": {\"principal\": {\"oauth\": true}, \"action\": \"a:b\", \"resource\": \"*\", \"extra\": 1}, \"expect\": {\"outcome\": \"allowed\"}}]}",
                "{\"cases\": [{\"name\": \"x\", \"request\": {\"principal\": {\"oauth\": true}, \"action\": \"a:b\", \"resource\": \"*\"}, \"expect\": {\"outcome\": \"maybe\"}}]}",
                "{\"cases\": [{\"name\": \"x\", \"request\": {\"principal\": {\"oauth\": true}, \"action\": \"a:b\", \"resource\": \"*\"}, \"expect\": {\"outcome\": \"allowed\", \"decidedBy\": [\"0\"]}}]}",
                "{\"cases\": {}}",
                "{\"cases\": [], \"cases\": []}",
                "[",
                ""
            })
    void aCaseFileThatIsNotOneIsUnreadable(String cases) throws IOException {
        Path example = example("a", "\"*\"");
        Files.writeString(example.resolve("decisions.json"), cases);
        Command test = Command.run("test", folder);
        assertThat(test.exit()).isEqualTo(3);
        assertThat(test.err().lines()).singleElement().asString().startsWith(example.resolve("decisions.json") + ": ");
    }

    @Test
    void aPolicyThatCannotBeAttachedOrIsNotThereIsUnreadableAndTheOthersRun() throws IOException {
        example("a", "\"arn:aws:iam::111122223333:root\"", CASE.formatted("x", "allowed"));
        Files.delete(example("b", "\"*\"", CASE.formatted("x", "allowed")).resolve("policy.json"));
        example("c", "\"*\"", CASE.formatted("x", "allowed"));
        Command test = Command.run("test", folder);
        assertThat(test.exit()).isEqualTo(3);
        assertThat(test.err().lines()).hasSize(2);
        assertThat(test.err()).contains("INVALID_PRINCIPAL_FORMAT").contains("policy.json does not exist");
        assertThat(test.out()).endsWith("1 passed, 0 failed\n");
    }

    @Test
    void noCasesAtAllIsNoSuccess() {
        assertThat(Command.run("test", folder).exit()).isEqualTo(3);
        assertThat(Command.run("test", folder.resolve("none")).exit()).isEqualTo(3);
        assertThat(Command.run("test", POLICIES, "--report", "html=x").exit()).isEqualTo(2);
    }

    @Test
    void theReportIsReadByTheParserOfSurefireWithAllItsCountsAndExplanations() throws Exception {
        Path passing = example("good", "\"*\"", CASE.formatted("passes & <is> \\\"quoted\\\" \\u0001", "allowed"));
        example(
                "bad",
                "{\"AWS\": \"111122223333\"}",
                CASE.formatted("fails", "allowed"),
                CASE.formatted("ok", "implicitDeny"));
        Files.writeString(Files.createDirectories(folder.resolve("broken")).resolve("decisions.json"), "[");
        Path report = folder.resolve("out/report.xml");
        assertThat(Command.run("test", folder, passing.resolve("decisions.json"), "--report", "junit=" + report)
                        .exit())
                .isEqualTo(3);

        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger()).parse(report.toString());
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum())
                .isEqualTo(4);
        assertThat(suites.stream()
                        .mapToInt(ReportTestSuite::getNumberOfFailures)
                        .sum())
                .isEqualTo(1);
        assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum())
                .isEqualTo(1);
        ReportTestCase failed = suites.stream()
                .flatMap(suite -> suite.getTestCases().stream())
                .filter(ReportTestCase::hasFailure)
                .findFirst()
                .orElseThrow();
        assertThat(failed.getName()).isEqualTo("fails");
        assertThat(failed.getFailureMessage()).contains("expected allowed, but the policy says implicitDeny", "OAuth");

        String xml = Files.readString(report);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("4");
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(root.getElementsByTagName("failure").item(0).getTextContent())
                .contains("but the policy says implicitDeny")
                .contains("\n");
        assertThat(xml).contains("passes &amp; &lt;is&gt; &quot;quoted&quot; ?");
    }
}
