package io.plsim.server.authentication.sigv4;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The names of the headers that a signature covers: lower case, sorted, each once, as every signer lists them. Any other
 * list could only match with a lenient reader, and lenient readers are how signatures come to cover less than they seem to.
 */
record SignedHeaders(List<String> names) {
    /** Real clients sign about a dozen; a bound keeps the cost of a request linear in its size. */
    private static final int LIMIT = 256;

    static SignedHeaders parse(String text) throws SignatureException {
        List<String> names = List.of(text.split(";", -1));
        if (names.size() > LIMIT) {
            throw SignatureException.incomplete("SignedHeaders must not name more than " + LIMIT + " headers.");
        }
        String previous = "";
        boolean host = false;
        boolean sorted = true;
        for (String name : names) {
            host |= name.equalsIgnoreCase("host");
            sorted &= isLowerCaseToken(name) && !name.equals("authorization") && name.compareTo(previous) > 0;
            previous = name;
        }
        if (!host) {
            throw SignatureException.invalid(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        if (!sorted) {
            throw SignatureException.incomplete(
                    "SignedHeaders must be a sorted list of lower-case header names, each once.");
        }
        return new SignedHeaders(names);
    }

    boolean contains(String lowerCaseName) {
        return Collections.binarySearch(names, lowerCaseName) >= 0;
    }

    /** An {@code x-amz-} header that nobody signed could have been added on the way; {@code x-amzn-} ones are free. */
    void requireEveryAmzHeader(Headers headers) throws SignatureException {
        for (Header header : headers) {
            String name = header.name();
            if (name.regionMatches(true, 0, "x-amz-", 0, 6) && !contains(name.toLowerCase(Locale.ROOT))) {
                throw SignatureException.of(
                        AwsError.ACCESS_DENIED, "There were headers present in the request which were not signed");
            }
        }
    }

    /** The signed headers that did not arrive. */
    List<String> missingFrom(Headers headers) {
        return names.stream().filter(name -> !headers.has(name)).toList();
    }

    private static boolean isLowerCaseToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean token = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
            if (!token) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
