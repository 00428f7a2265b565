package io.plsim.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PathTrieTest {

    @Test
    void aLiteralBeatsALabelAndALabelIsTriedWhenTheLiteralLeadsNowhere() {
        PathTrie<String> trie = new PathTrie<>();
        trie.add("POST", "/memories/create", "create");
        trie.add("POST", "/memories/{id}/events", "events");
        assertThat(trie.find("POST", "/memories/create")).isEqualTo(new PathTrie.Match<>("create", List.of()));
        assertThat(trie.find("POST", "/memories/create/events"))
                .isEqualTo(new PathTrie.Match<>("events", List.of("create")));
        assertThat(trie.find("GET", "/memories/create")).isNull();
    }

    @Test
    void theSameRequestTwiceIsRefused() {
        PathTrie<String> trie = new PathTrie<>();
        trie.add("GET", "/a/{x}", "one");
        assertThatThrownBy(() -> trie.add("GET", "/a/{y}", "two")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The slow, obvious twin: each template a regular expression, tried one after the other. */
    @Test
    void theTrieFindsWhatRegularExpressionsFind() throws IOException {
        List<String> templates = new ArrayList<>();
        JsonNode file = new JsonMapper().readTree(getClass().getResourceAsStream("operations.json"));
        file.path("operations").forEach(o -> o.path("requests").forEach(r -> templates.add(r.textValue())));
        List<String> dataPlane =
                templates.stream().filter(t -> !t.contains(" /{")).toList();
        PathTrie<String> trie = new PathTrie<>();
        dataPlane.forEach(t -> trie.add(t.substring(0, t.indexOf(' ')), t.substring(t.indexOf(' ') + 1), t));

        Map<String, Pattern> twins = new LinkedHashMap<>();
        dataPlane.forEach(t -> twins.put(t, expression(t)));

        Random random = new Random(20261123);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String request = nearly(dataPlane.get(random.nextInt(dataPlane.size())), random);
            List<String> matching = twins.entrySet().stream()
                    .filter(twin -> twin.getValue().matcher(request).matches())
                    .map(Map.Entry::getKey)
                    .toList();
            PathTrie.Match<String> match =
                    trie.find(request.substring(0, request.indexOf(' ')), request.substring(request.indexOf(' ') + 1));
            if (match == null) {
                assertThat(matching).as(request).isEmpty();
            } else {
                assertThat(matching).as(request).contains(match.target());
                found++;
            }
        }
        assertThat(found).isBetween(2_000, 18_000);
    }

    private static Pattern expression(String template) {
        StringBuilder regex = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=\\})", -1)) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    private static String nearly(String template, Random random) {
        String request = Pattern.compile("\\{\\w+\\}").matcher(template).replaceAll(r -> switch (random.nextInt(4)) {
            case 0 -> "sessions";
            case 1 -> "a%2Fb";
            case 2 -> "aws.browser.v1";
            default -> "x";
        });
        return switch (random.nextInt(6)) {
            case 0 -> request + "/";
            case 1 -> request.replaceFirst("/[^/]+$", "");
            case 2 -> request.replaceFirst("^[A-Z]+", "PUT");
            case 3 -> request.replaceFirst("s", "");
            default -> request;
        };
    }
}
