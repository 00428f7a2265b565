package io.plsim.server.authentication.sigv4.mismatch;

import java.util.function.UnaryOperator;

/**
 * One way in which a client may have signed otherwise than we read the request.
 *
 * @param code a stable name of the cause
 * @param room what it is about; two variations of one room are not combined
 * @param condition completes "The signature fits if ..."
 * @param advice a sentence on what to do, or empty text
 */
record Variation(String code, Room room, String condition, String advice, UnaryOperator<Attempt> change) {
    /** What a variation changes. */
    enum Room {
        METHOD,
        PATH,
        QUERY,
        HOST,
        HEADERS,
        BODY,
        KEY
    }
}
