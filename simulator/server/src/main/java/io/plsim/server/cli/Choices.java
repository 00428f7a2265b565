package io.plsim.server.cli;

import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import java.util.Locale;

/** Closed sets of option values, spelled as on the command line: picocli refuses every other with the list. */
final class Choices {
    private Choices() {}

    /** The kinds of policy. */
    enum TypeChoice {
        endpoint,
        resource,
        identity;

        PolicyType type() {
            return PolicyType.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** The severities of findings. */
    enum LevelChoice {
        error,
        warning,
        note;

        Severity severity() {
            return Severity.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** How a decision is printed. */
    enum DecisionFormat {
        text,
        json
    }
}
