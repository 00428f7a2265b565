package io.plsim.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command run in this process: its exit code and what it printed. */
record Command(int exit, String out, String err) {
    static Command run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(words);
        line.getOut().flush();
        line.getErr().flush();
        return new Command(exit, out.toString(), err.toString());
    }
}
