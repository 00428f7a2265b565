package io.plsim.server.cli;

import io.plsim.server.configuration.InvalidConfigurationException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code plsim} command. Exit codes: 0 ok, 1 denied, 2 usage, 3 invalid input, 4 not reachable, 70 our fault. */
@Command(
        name = "plsim",
        mixinStandardHelpOptions = true,
        description = "The PrivateLink simulator for Amazon Bedrock AgentCore.",
        subcommands = {
            ServeCommand.class,
            EvaluateCommand.class,
            LintCommand.class,
            TestCommand.class,
            ExplainCommand.class,
            TokenCommand.class,
            EnvCommand.class,
            HealthCommand.class,
            RehearseCommand.class
        })
public final class Main {
    /** Ends a command with an exit code and one sentence on stderr. */
    static final class CommandFailed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int exitCode;

        CommandFailed(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    static final int DENIED = 1;
    static final int USAGE = 2;
    static final int INVALID = 3;
    static final int NOT_REACHABLE = 4;
    static final int INTERNAL = 70;

    private Main() {}

    public static void main(String[] args) {
        quiet("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // Talkative libraries print headers and bodies, secrets included; whoever wants that asks each by its name.
        for (String library : List.of(
                "org.eclipse.jetty", "io.javalin", "io.modelcontextprotocol", "reactor", "software.amazon.awssdk")) {
            quiet("org.slf4j.simpleLogger.log." + library, "warn");
        }
        // It would tell a failed start a second time, with a stack of calls that helps nobody.
        quiet("org.slf4j.simpleLogger.log.io.javalin.Javalin", "off");
        System.exit(commandLine().execute(args));
    }

    private static void quiet(String logger, String level) {
        if (System.getProperty(logger) == null) {
            System.setProperty(logger, level);
        }
    }

    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Main());
        command.setExecutionExceptionHandler((failure, line, result) -> {
            if (failure instanceof CommandFailed failed) {
                line.getErr().println(failed.getMessage());
                return failed.exitCode;
            }
            if (failure instanceof InvalidConfigurationException invalid) {
                line.getErr().println(invalid.getMessage());
                return INVALID;
            }
            line.getErr().println("plsim failed: " + failure + "; please report this.");
            return INTERNAL;
        });
        command.setParameterExceptionHandler((wrong, args) -> {
            String message =
                    String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
            wrong.getCommandLine()
                    .getErr()
                    .println(message.replaceFirst("\\.$", "") + "; see "
                            + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return USAGE;
        });
        return command;
    }

    /** The version of this build; that of a build without a manifest is unknown. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0" : version;
    }
}
