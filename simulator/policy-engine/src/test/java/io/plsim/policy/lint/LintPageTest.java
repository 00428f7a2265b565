package io.plsim.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.lint.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LintPageTest {
    private static final Path PAGE = Path.of(System.getProperty("plsim.repository"), "docs", "lint.md");
    private static final String BEGIN = "<!-- codes: written by LintPageTest -->\n";

    /** To write the page anew: run this test with {@code -Dplsim.write=true}. */
    @Test
    void thePageListsEveryCodeWithItsSeveritySentenceAndExample() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String written = before + table();
        if (Boolean.getBoolean("plsim.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(page).isEqualTo(written);
    }

    private static String table() {
        JsonNode codes = LintCase.file().get("codes");
        StringBuilder table =
                new StringBuilder("\n| code | severity | what is wrong | for example |\n| --- | --- | --- | --- |\n");
        for (Rules.Description rule : Rules.described()) {
            JsonNode first = codes.get(rule.code()).get("fires").get(0);
            table.append("| `%s` | %s | %s | %s |%n"
                    .formatted(rule.code(), rule.severity().text(), rule.sentence(), example(first))
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    private static String example(JsonNode first) {
        if (first.has("spaces")) {
            return "a document of " + first.get("spaces").asInt() + " characters";
        }
        if (first.has("policy")) {
            return code(first.get("policy").asText());
        }
        String changes =
                first.path(first.has("statements") ? "statements" : "with").toString();
        StringBuilder example = new StringBuilder(changes.isEmpty() ? "" : code(changes));
        if (first.has("version")) {
            example.append(changes.isEmpty() ? "" : " ")
                    .append(
                            first.get("version").isNull()
                                    ? "without Version"
                                    : code("\"Version\": " + first.get("version")));
        }
        if (first.has("type")) {
            example.append(" in a policy of type ").append(first.get("type").asText());
        }
        if (first.has("bearerOnly")) {
            example.append(" where ")
                    .append(first.get("bearerOnly").get(0).asText())
                    .append(" takes tokens only");
        }
        return example.toString();
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
