package io.plsim.server.listener;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of other sites from changing the simulator: a state-changing call needs a Host that is an address, a
 * name without dots (such as localhost or a compose service) or a configured name, and an Origin of the same kind if any.
 */
final class OriginGuard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final List<String> allowed;

    OriginGuard(List<String> allowed) {
        this.allowed = allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Why a call is refused; empty when it may pass. */
    Optional<String> refusal(String method, @Nullable String host, @Nullable String origin) {
        if (READING.contains(method)) {
            return Optional.empty();
        }
        if (host == null || !ours(withoutPort(host))) {
            return Optional.of("This Host may not change the simulator; add it to consoleHosts if it is yours.");
        }
        if (origin != null && !ours(hostOf(origin))) {
            return Optional.of("This Origin may not change the simulator; add it to consoleHosts if it is yours.");
        }
        return Optional.empty();
    }

    private boolean ours(String name) {
        boolean address = name.startsWith("[") || name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return !name.isEmpty() && (address || name.indexOf('.') < 0 || allowed.contains(name));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "null.origin" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noOrigin) {
            return "null.origin";
        }
    }
}
