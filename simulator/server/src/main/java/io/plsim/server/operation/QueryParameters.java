package io.plsim.server.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw query strictly: a name given twice, a plus sign (a space to some, a plus to others) and a broken escape
 * are refused, because AWS's reading of them is not documented and the policy must see what the service sees.
 */
final class QueryParameters {
    private QueryParameters() {}

    static Map<String, String> parse(@Nullable String rawQuery) throws MalformedRequestException {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return Map.of();
        }
        if (rawQuery.indexOf('+') >= 0) {
            throw new MalformedRequestException("The query string contains an unescaped plus sign");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        int start = 0;
        while (start <= rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                add(parameters, rawQuery.substring(start, end));
            }
            start = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, String> parameters, String pair) throws MalformedRequestException {
        int equals = pair.indexOf('=');
        String name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals), "A query parameter's name");
        String value =
                equals < 0 ? "" : PercentEncoding.decode(pair.substring(equals + 1), "A query parameter's value");
        if (parameters.putIfAbsent(name, value) != null) {
            throw new MalformedRequestException("A query parameter is given more than once");
        }
    }
}
