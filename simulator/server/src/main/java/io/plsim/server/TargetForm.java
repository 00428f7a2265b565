package io.plsim.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a raw target is in the one form that is signed and routed alike: no empty or dot segments, no path parameters,
 * no broken escapes. One with them could be authorised in one form and routed in another.
 */
final class TargetForm {
    private TargetForm() {}

    /** What is wrong with the escapes of a raw query, in AWS's words; empty when nothing is. */
    static Optional<String> queryFault(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return Optional.empty();
        }
        for (int at = rawQuery.indexOf('%'); at >= 0; at = rawQuery.indexOf('%', at + 1)) {
            if (at + 2 >= rawQuery.length()) {
                return Optional.of("Incomplete trailing escape % sequence");
            }
            if (!isHex(rawQuery.charAt(at + 1)) || !isHex(rawQuery.charAt(at + 2))) {
                return Optional.of(
                        "Illegal hex character in escape % pattern: " + plain(rawQuery.substring(at, at + 3)));
            }
        }
        return Optional.empty();
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private static String plain(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    static boolean isNormal(String rawPath) {
        if (!rawPath.startsWith("/") || rawPath.indexOf(';') >= 0 || rawPath.contains("//")) {
            return false;
        }
        for (String segment : rawPath.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
