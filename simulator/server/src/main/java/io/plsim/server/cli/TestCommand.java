package io.plsim.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plsim test}: every {@code decisions.json}, judged by the policy beside it. */
@Command(
        name = "test",
        description = "Run the cases of every decisions.json below the given paths, or below the current directory.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private static final String CASES = "decisions.json";
    private static final String JUNIT = "junit=";

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "folders, or decisions.json files")
    private List<Path> paths = List.of();

    @Option(names = "--report", paramLabel = "junit=F", description = "write JUnit XML to F")
    private @Nullable String report;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Main.CommandFailed {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets the spec");
        if (report != null && (!report.startsWith(JUNIT) || report.length() == JUNIT.length())) {
            throw new ParameterException(command.commandLine(), "--report " + report + " is not junit=FILE");
        }
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<CaseRun> runs = new ArrayList<>();
        for (Path file : caseFiles()) {
            CaseRun run = CaseRun.of(file);
            runs.add(run);
            print(run, out);
            run.unreadable().ifPresent(err::println);
        }
        int failed = runs.stream().mapToInt(CaseRun::failures).sum();
        int all = runs.stream().mapToInt(run -> run.results().size()).sum();
        out.println((all - failed) + " passed, " + failed + " failed");
        out.flush();
        if (report != null) {
            TextFile.write(Path.of(report.substring(JUNIT.length())), JUnitReport.write(runs));
        }
        boolean unreadable = runs.stream().anyMatch(run -> run.unreadable().isPresent());
        return unreadable ? Main.INVALID : failed > 0 ? Main.DENIED : 0;
    }

    private static void print(CaseRun run, PrintWriter out) {
        if (run.unreadable().isPresent()) {
            out.println(run.name() + ": not run");
            return;
        }
        int failed = run.failures();
        out.println(run.name() + ": " + (run.results().size() - failed) + " passed"
                + (failed == 0 ? "" : ", " + failed + " failed"));
        for (CaseRun.Result result : run.results()) {
            result.failure().ifPresent(text -> {
                out.print("  FAILED ");
                out.println(text.strip().replace("\n", "\n    "));
            });
        }
    }

    /** The files in order of their paths, each once. */
    private TreeSet<Path> caseFiles() throws Main.CommandFailed {
        TreeSet<Path> all = new TreeSet<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
            if (Files.isRegularFile(path)) {
                all.add(path);
                continue;
            }
            TreeSet<Path> found = new TreeSet<>();
            try {
                Files.walkFileTree(path, new Finder(path, found));
            } catch (IOException unreadable) {
                throw new Main.CommandFailed(
                        Main.INVALID,
                        path + " cannot be read; give a folder with " + CASES + " files, or such a file.");
            }
            if (found.isEmpty()) {
                String where = path.toString().isEmpty() ? "the current directory" : path.toString();
                throw new Main.CommandFailed(
                        Main.INVALID,
                        "There is no " + CASES + " below " + where + "; put one beside each policy.json to test.");
            }
            all.addAll(found);
        }
        return all;
    }

    /** Leaves out what is hidden, such as {@code .git}. */
    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final TreeSet<Path> found;

        Finder(Path root, TreeSet<Path> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = !folder.equals(root)
                    && folder.getFileName() != null
                    && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().equals(CASES)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
