package io.plsim.server.cli;

/** The {@code plsim} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(70);
    }
}
