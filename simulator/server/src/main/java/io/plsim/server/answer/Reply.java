package io.plsim.server.answer;

/** Sends the one answer of a request to its client. */
public interface Reply {

    /**
     * Sends the answer; returns before its end when the body is not there yet.
     *
     * @param ending hears once how it ended: the last byte is out, or the socket is closed, or something broke before
     */
    void send(Answer answer, Ending ending);

    /** Gives the client up without an answer: its connection is closed. */
    void abort(Throwable cause);

    /** Hears how the sending of an answer ended. */
    @FunctionalInterface
    interface Ending {
        void ended(Ended how);
    }
}
