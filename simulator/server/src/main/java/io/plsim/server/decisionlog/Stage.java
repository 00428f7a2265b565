package io.plsim.server.decisionlog;

import java.util.Locale;

/** How far a request came. */
public enum Stage {
    RECEIVED,
    AUTHENTICATED,
    RESOLVED,
    DECIDED,
    FORWARDED,
    ANSWERED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
