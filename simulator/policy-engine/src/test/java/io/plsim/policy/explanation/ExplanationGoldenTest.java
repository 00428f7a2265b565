package io.plsim.policy.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.decision.Explanation;
import io.plsim.policy.matching.Reason;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The words of explanations, read by people before they were kept: each folder of {@code explanations} is one. To write
 * them anew after a change of words, run this test with {@code -Dplsim.goldens=write}, read the difference, commit it.
 */
class ExplanationGoldenTest {
    private static final boolean WRITE = "write".equals(System.getProperty("plsim.goldens"));

    @TestFactory
    List<DynamicTest> everyCaseIsExplainedInTheseWords() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (ExplanationCase one : ExplanationCase.all()) {
            tests.add(dynamicTest(one.name() + ": " + one.shows(), () -> {
                Explanation explanation = one.explanation();
                String text = ExplanationText.write(explanation);
                String json = ExplanationCase.pretty(ExplanationJson.write(explanation, true));
                if (WRITE) {
                    Files.writeString(one.text(), text);
                    Files.writeString(one.decision(), json);
                }
                assertThat(text).isEqualTo(Files.readString(one.text()));
                assertThat(json).isEqualTo(Files.readString(one.decision()));
            }));
        }
        return tests;
    }

    @Test
    void everyReasonHasACaseOfItsName() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Reason reason : Reason.values()) {
            missing.add(reason.name());
        }
        for (ExplanationCase one : ExplanationCase.all()) {
            String reason = one.name().toUpperCase(Locale.ROOT).replace('-', '_');
            if (reasons(ExplanationJson.write(one.explanation(), true)).contains(reason)) {
                missing.remove(reason);
            }
        }
        assertThat(missing).as("reasons without a case folder that shows them").isEmpty();
    }

    @Test
    void everyCaseSaysWhatItShowsAndIsExplainedInAtMostTwoSentences() throws Exception {
        for (ExplanationCase one : ExplanationCase.all()) {
            assertThat(one.shows()).as(one.name()).isNotBlank();
            String summary = Summary.of(one.explanation());
            assertThat(summary.split("\\. ")).as(summary).hasSizeLessThanOrEqualTo(2);
        }
    }

    @TestFactory
    List<DynamicTest> textAndJsonNameTheSameThings() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (ExplanationCase one : ExplanationCase.all()) {
            tests.add(dynamicTest(one.name(), () -> {
                JsonNode json = ExplanationJson.write(one.explanation(), true);
                String text = ExplanationText.write(one.explanation()).replaceAll("\\s+", " ");
                assertThat(text)
                        .startsWith(json.get("outcome").asText() + ": "
                                + json.get("summary").asText());
                json.get("hints").forEach(hint -> assertThat(text).contains(hint.asText()));
                json.get("choices")
                        .forEach(choice ->
                                assertThat(text).contains(choice.get("detail").asText()));
                for (StatementDetail statement :
                        ExplanationDetail.of(one.explanation()).statements()) {
                    int index = statement.statement().index();
                    assertThat(text).contains("Statement " + (index + 1));
                    JsonNode elements = json.get("statements").get(index).get("elements");
                    for (int i = 0; i < statement.elements().size(); i++) {
                        sameThings(statement.elements().get(i), elements.get(i), text);
                    }
                }
            }));
        }
        return tests;
    }

    private static void sameThings(ElementDetail element, JsonNode json, String text) {
        assertThat(text)
                .contains((element.matches() ? "yes " : "NO ") + element.element() + " ")
                .contains(element.policy(), element.reads(), element.sentence() + " [" + element.reason() + "]");
        assertThat(json.get("element").asText()).isEqualTo(element.element());
        assertThat(json.get("matches").asBoolean()).isEqualTo(element.matches());
        assertThat(json.get("reason").asText()).isEqualTo(element.reason().name());
        assertThat(json.get("detail").asText()).contains(element.policy(), element.request(), element.sentence());
        if (!element.matches()) {
            assertThat(text).contains("request " + element.request());
        }
    }

    @Test
    void noLineIsLongerThanATerminalUnlessAWordIs() throws Exception {
        for (ExplanationCase one : ExplanationCase.all()) {
            for (String line : ExplanationText.write(one.explanation()).split("\n")) {
                String words = line.strip();
                boolean oneWord = words.substring(words.lastIndexOf(' ') + 1).length() > 40;
                assertThat(line.length() <= 96 || oneWord).as(line).isTrue();
                assertThat(line).doesNotContain("\u001b").doesNotEndWith(" ");
            }
        }
    }

    private static Set<String> reasons(JsonNode decision) {
        return decision.findValues("reason").stream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
