package io.plsim.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the READMEs of the policies print after {@code $ ./plsim evaluate ...} is what the command prints. To write the
 * outputs anew after a change of words, run this test with {@code -Dplsim.goldens=write} and read the difference.
 */
class ReadmeExamplesTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("plsim.repository"));
    private static final boolean WRITE = "write".equals(System.getProperty("plsim.goldens"));
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ ./plsim (evaluate (?:.*\\\\\n)*.*)\n((?s:.*?))```\n");

    @TestFactory
    List<DynamicTest> theExampleOfEveryPolicyPrintsThis() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(REPOSITORY.resolve("policies"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Path readme = folder.resolve("README.md");
                tests.add(dynamicTest(folder.getFileName().toString(), () -> check(readme)));
            }
        }
        return tests;
    }

    private static void check(Path readme) throws IOException {
        String text = Files.readString(readme);
        Matcher example = EXAMPLE.matcher(text);
        assertThat(example.find()).as("an example in " + readme).isTrue();
        String printed = printed(example.group(1));
        if (WRITE) {
            Files.writeString(readme, text.substring(0, example.start(2)) + printed + text.substring(example.end(2)));
        } else {
            assertThat(example.group(2)).isEqualTo(printed);
        }
    }

    private static String printed(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.replace("\\\n", " ").trim().split("\\s+")) {
            words.add(word.startsWith("policies/") ? REPOSITORY.resolve(word).toString() : word);
        }
        StringWriter out = new StringWriter();
        int exit = Main.commandLine().setOut(new PrintWriter(out)).execute(words.toArray(String[]::new));
        assertThat(exit).as(command).isLessThanOrEqualTo(Main.DENIED);
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
