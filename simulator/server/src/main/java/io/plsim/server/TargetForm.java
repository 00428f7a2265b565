package io.plsim.server;

/**
 * Whether a raw path is in the one form that is signed and routed alike: no empty or dot segments, no path parameters.
 * A path with them could be authorised in one form and routed in another.
 */
final class TargetForm {
    private TargetForm() {}

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
