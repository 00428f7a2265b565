package io.plsim.policy.lint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyFinding;
import io.plsim.policy.lint.rule.Rules;
import io.plsim.policy.lint.subject.SourceText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Findings as a SARIF 2.1.0 log, for code scanners; rules, places, fixes. */
public final class FindingsSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private FindingsSarif() {}

    public static ObjectNode write(List<LintedFile> files, String version) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "plsim").put("semanticVersion", version);
        ArrayNode rules = driver.putArray("rules");
        for (Rules.Description rule : Rules.described()) {
            ObjectNode json = rules.addObject().put("id", rule.code());
            json.putObject("shortDescription").put("text", rule.sentence());
            json.putObject("defaultConfiguration").put("level", rule.severity().text());
        }
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (LintedFile file : files) {
            SourceText source = new SourceText(file.source());
            file.findings().forEach(finding -> result(file, finding, source, results.addObject()));
        }
        return log;
    }

    private static void result(LintedFile file, PolicyFinding finding, SourceText source, ObjectNode json) {
        json.put("ruleId", finding.code()).put("level", finding.severity().text());
        json.putObject("message").put("text", finding.message());
        ObjectNode location = json.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(file.name()));
        int start = source.offset(finding.line(), finding.column());
        int end = source.endOfString(start);
        region(physical.putObject("region"), finding, end - start);
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", finding.location())
                .put("kind", "member");
        if (finding.fix() != null && end > start) {
            fix(file, finding, end - start, json.putArray("fixes").addObject());
        }
    }

    private static void fix(LintedFile file, PolicyFinding finding, int length, ObjectNode json) {
        json.putObject("description").put("text", "Write " + finding.fix());
        ObjectNode change = json.putArray("artifactChanges").addObject();
        change.putObject("artifactLocation").put("uri", uri(file.name()));
        ObjectNode replacement = change.putArray("replacements").addObject();
        region(replacement.putObject("deletedRegion"), finding, length);
        String text = finding.fix() != null && finding.fix().startsWith("{")
                ? finding.fix()
                : JsonNodeFactory.instance.textNode(finding.fix()).toString();
        replacement.putObject("insertedContent").put("text", text);
    }

    /** A JSON string never spans lines, so its region ends on the line where it begins. */
    private static void region(ObjectNode json, PolicyFinding finding, int length) {
        json.put("startLine", finding.line()).put("startColumn", finding.column());
        if (length > 0) {
            json.put("endLine", finding.line()).put("endColumn", finding.column() + length);
        }
    }

    private static String uri(String name) {
        try {
            return new URI(null, null, name.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException noPath) {
            return "policy.json";
        }
    }
}
