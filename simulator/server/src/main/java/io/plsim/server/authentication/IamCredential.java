package io.plsim.server.authentication;

import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One access key and the IAM principal it belongs to; unique by access key and session token.
 *
 * @param secretAccessKey read by this package alone
 * @param sessionToken only for temporary credentials
 */
public record IamCredential(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        String arn,
        @Nullable String roleArn,
        @Nullable String organizationId,
        @Nullable String userId,
        @Nullable Map<String, String> tags,
        @Nullable Instant expiresAt) {

    /** The callers that exist when none are configured. */
    public static final List<IamCredential> DEFAULTS = List.of(
            user("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "111122223333", "alice"),
            user("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", "111122223333", "bob"),
            new IamCredential(
                    "ASIAIOSFODNN7EXAMPLE",
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                    "EXAMPLESESSIONTOKEN",
                    "arn:aws:sts::111122223333:assumed-role/agent-runner/session-1",
                    "arn:aws:iam::111122223333:role/service-role/agent-runner",
                    null,
                    null,
                    null,
                    null),
            user("AKIAOUTSIDER0EXAMPLE", "outsiderSecret0outsiderSecret0outsider00", "444455556666", "mallory"));

    private static IamCredential user(String key, String secret, String account, String name) {
        return new IamCredential(
                key, secret, null, "arn:aws:iam::" + account + ":user/" + name, null, null, null, null, null);
    }

    /** Says what is wrong with a configured credential; empty when nothing is. */
    public Optional<String> fault() {
        if (!isWord(accessKeyId)) {
            return Optional.of("accessKeyId must be 1 to 128 word characters");
        }
        try {
            Principals.fromArn(arn, Optional.empty());
            return Optional.empty();
        } catch (MalformedRequestException noCaller) {
            return Optional.of(String.valueOf(noCaller.getMessage()));
        }
    }

    Caller caller() {
        try {
            Principal principal = Principals.fromArn(arn, Optional.ofNullable(roleArn));
            return new Caller(Caller.Kind.SIGV4, principal, contextKeys());
        } catch (MalformedRequestException checkedAtStart) {
            throw new IllegalStateException(checkedAtStart);
        }
    }

    private Map<String, List<String>> contextKeys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        if (organizationId != null) {
            keys.put("aws:PrincipalOrgID", List.of(organizationId));
        }
        if (userId != null) {
            keys.put("aws:userid", List.of(userId));
        }
        if (tags != null) {
            tags.forEach((name, value) -> keys.put("aws:PrincipalTag/" + name, List.of(value)));
        }
        return keys;
    }

    private static boolean isWord(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= 128
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
    }

    @Override
    public String toString() {
        return "IamCredential[" + accessKeyId + ", " + arn + ", secret masked]";
    }
}
