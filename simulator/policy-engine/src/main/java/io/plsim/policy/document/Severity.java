package io.plsim.policy.document;

import java.util.Locale;

/** How bad a finding is: errors are what AWS would not store, everything else evaluates. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The name used in JSON and text output. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
