package io.plsim.server;

import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.authentication.bearer.TokenRules;
import io.plsim.server.authentication.bearer.TokenVerifier;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The issuers that are trusted, and what their tokens must keep to. */
final class ConfiguredTokens {
    /** A minute either way is usual; an hour would make expiry meaningless. */
    private static final int MAX_SKEW_SECONDS = 3_600;

    private static final int MAX_KEPT_SECONDS = 86_400;

    private ConfiguredTokens() {}

    static TokenVerifier verifier(Settings settings, BuiltInIssuer builtIn) throws InvalidConfigurationException {
        checkIssuer(settings.issuer());
        List<String> discoveryUrls = new ArrayList<>();
        List<Configuration.Issuer> issuers =
                Objects.requireNonNullElse(settings.file().issuers(), List.of());
        for (Configuration.Issuer issuer : issuers) {
            discoveryUrls.add(discoveryUrl(issuer.discoveryUrl(), "issuers[" + discoveryUrls.size() + "]"));
        }
        return new TokenVerifier(builtIn, discoveryUrls, rules(settings.file().tokens()), settings.clock());
    }

    /** A discovery URL as AgentCore takes it: {@code ^.+/\.well-known/openid-configuration$}, over http or https. */
    static String discoveryUrl(@Nullable String url, String place) throws InvalidConfigurationException {
        if (url == null) {
            throw ConfiguredAuthorizers.fault(place + ".discoveryUrl", "is missing");
        }
        if (!url.endsWith(TokenVerifier.DISCOVERY) || url.length() == TokenVerifier.DISCOVERY.length()) {
            throw ConfiguredAuthorizers.fault(
                    place + ".discoveryUrl", "must end with " + TokenVerifier.DISCOVERY + " behind the issuer's URL");
        }
        if (!isHttpUrl(url)) {
            throw ConfiguredAuthorizers.fault(
                    place + ".discoveryUrl", "must be an http or https URL with a host and without a user");
        }
        return url;
    }

    private static void checkIssuer(String issuer) throws InvalidConfigurationException {
        if (!isHttpUrl(issuer) || issuer.endsWith("/") || issuer.contains("?") || issuer.contains("#")) {
            throw ConfiguredAuthorizers.fault(
                    "issuer",
                    "must be an http or https URL under which clients reach the console's /oauth, without a slash at the"
                            + " end, such as http://localhost:4651/oauth");
        }
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return Set.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    private static TokenRules rules(Configuration.@Nullable Tokens tokens) throws InvalidConfigurationException {
        if (tokens == null) {
            return TokenRules.DEFAULT;
        }
        List<String> algorithms = Objects.requireNonNullElse(tokens.algorithms(), TokenRules.SUPPORTED);
        for (String algorithm : algorithms) {
            if (!TokenRules.SUPPORTED.contains(algorithm)) {
                throw ConfiguredAuthorizers.fault(
                        "tokens.algorithms", "has \"" + algorithm + "\"; there are " + TokenRules.SUPPORTED);
            }
        }
        if (algorithms.isEmpty()) {
            throw ConfiguredAuthorizers.fault("tokens.algorithms", "is empty; leave it out for all of them");
        }
        return TokenRules.of(
                algorithms,
                seconds(tokens.skewSeconds(), 0, MAX_SKEW_SECONDS, "tokens.skewSeconds", TokenRules.DEFAULT.skew()),
                seconds(
                        tokens.keysKeptSeconds(),
                        1,
                        MAX_KEPT_SECONDS,
                        "tokens.keysKeptSeconds",
                        TokenRules.DEFAULT.keysKept()));
    }

    private static Duration seconds(@Nullable Integer value, int least, int most, String place, Duration otherwise)
            throws InvalidConfigurationException {
        if (value == null) {
            return otherwise;
        }
        if (value < least || value > most) {
            throw ConfiguredAuthorizers.fault(place, "is " + value + "; it must be " + least + " to " + most);
        }
        return Duration.ofSeconds(value);
    }
}
