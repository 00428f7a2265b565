package io.plsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the README: every rule is there, and every test it names exists. */
class RuleTableTest {
    private static final int RULES = 79;
    private static final Path REPOSITORY = Path.of(System.getProperty("plsim.repository"));
    private static final Path ENGINE = REPOSITORY.resolve("simulator/policy-engine");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|[^|]+\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`([^`]+)`");

    private record Row(int rule, List<String> tests, String standing) {}

    @Test
    void everyRuleIsInTheTableOnceWithATestAndItsStanding() throws IOException {
        List<Row> rows = rows();
        assertThat(rows)
                .extracting(Row::rule)
                .isEqualTo(IntStream.rangeClosed(1, RULES).boxed().toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.tests()).as("tests of rule %d", row.rule()).isNotEmpty();
            assertThat(row.standing()).containsAnyOf("documented", "choice");
        });
    }

    @Test
    void everyTestInTheTableExists() throws IOException {
        Set<String> methods = testMethods();
        for (Row row : rows()) {
            for (String test : row.tests()) {
                if (test.endsWith(".csv")) {
                    assertThat(rulesOf(test)).as("rows of %s", test).contains(row.rule());
                } else {
                    assertThat(methods).as("rule %d", row.rule()).contains(test);
                }
            }
        }
    }

    @Test
    void everyRowOfTheCasesIsInTheTable() throws IOException {
        List<Row> rows = rows();
        for (String file : List.of("iam-rules.csv", "document-rules.csv")) {
            for (int rule : rulesOf(file)) {
                assertThat(rows.get(rule - 1).tests()).as("rule %d", rule).contains(file);
            }
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ENGINE.resolve("README.md"))) {
            Matcher matcher = ROW.matcher(line);
            if (matcher.matches()) {
                List<String> tests = TEST.matcher(matcher.group(2))
                        .results()
                        .map(test -> test.group(1))
                        .toList();
                rows.add(new Row(Integer.parseInt(matcher.group(1)), tests, matcher.group(3)));
            }
        }
        return rows;
    }

    private static Set<Integer> rulesOf(String file) throws IOException {
        return Files.readAllLines(ENGINE.resolve("src/test/resources").resolve(file)).stream()
                .skip(1)
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf('|'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Class.method} of every test in the engine and the server. */
    private static Set<String> testMethods() throws IOException {
        Set<String> methods = new TreeSet<>();
        for (String module : List.of("simulator/policy-engine", "simulator/server")) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    Pattern.compile("(?:void|List<DynamicTest>) (\\w+)\\(")
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(method -> methods.add(name + "." + method.group(1)));
                }
            }
        }
        return methods;
    }
}
