package io.plsim.server.authentication;

/** What a developer needs to mend refused credentials; for decision records only, never for the wire. Holds no secret. */
public interface Diagnosis {

    /** The likeliest cause in a sentence, or empty text. */
    String headline();

    /** Everything that was found out, in lines to read. */
    String text();
}
