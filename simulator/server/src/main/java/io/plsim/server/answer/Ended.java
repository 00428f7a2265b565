package io.plsim.server.answer;

import org.jspecify.annotations.Nullable;

/**
 * How the sending of an answer ended.
 *
 * @param detail a sentence for the decision record; null where there is nothing to add
 */
public record Ended(How how, @Nullable String detail) {
    public static final Ended COMPLETE = new Ended(How.COMPLETE, null);

    /** Who ended it. */
    public enum How {
        /** Everything was sent, or the socket was closed in good order. */
        COMPLETE,
        /** The client went away, or stopped reading for too long. */
        CLIENT_GONE,
        /** What stands behind the endpoint broke off, fell silent or sent garbage. */
        UPSTREAM_BROKE_OFF
    }
}
