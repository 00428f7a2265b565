package io.plsim.server.authentication.sigv4;

import java.util.List;

/**
 * What a request says about its signature, wherever it says so; nothing of it is checked yet. Identity, scope and
 * signature come from one place, so that no other place can contradict them.
 *
 * @param place the Authorization header or the query
 * @param credential access key and scope, slash by slash
 * @param signedHeaders names with semicolons between
 * @param date when it was signed
 * @param dateHeader the header the date came from, which must be signed; empty text for the query
 * @param lifetime how many seconds it is good for, as the query says; empty text in the header form
 * @param sessionTokens every session token that came along; more than one is one too many
 */
record SignatureClaim(
        Place place,
        String credential,
        String signedHeaders,
        String signature,
        String date,
        String dateHeader,
        String lifetime,
        List<String> sessionTokens) {

    /** Where a signature can be. */
    enum Place {
        HEADER,
        QUERY
    }

    @Override
    public String toString() {
        return "SignatureClaim[" + place + ", masked]";
    }
}
