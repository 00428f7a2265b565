package io.plsim.policy.request;

import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.request.Principal.AccountRoot;
import io.plsim.policy.request.Principal.AnonymousCaller;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.FederatedUser;
import io.plsim.policy.request.Principal.IamUser;
import io.plsim.policy.request.Principal.OAuthCaller;
import io.plsim.policy.request.Principal.ServicePrincipal;

/**
 * The context keys that follow from the principal itself (IAM User Guide, "IAM policy elements: Variables and tags",
 * table of principal keys). Keys that the request states already are left as they are.
 */
public final class PrincipalKeys {
    private PrincipalKeys() {}

    /** The request's keys and those of its principal. */
    public static ContextKeys complete(ContextKeys given, Principal principal, OAuthPrincipalKeys reading) {
        ContextKeys.Builder keys = given.toBuilder();
        if (principal instanceof OAuthCaller || principal instanceof AnonymousCaller) {
            if (reading == OAuthPrincipalKeys.ANONYMOUS) {
                keys.putIfAbsent("aws:PrincipalAccount", "anonymous");
                keys.putIfAbsent("aws:userid", "anonymous");
                keys.putIfAbsent("aws:PrincipalType", "Anonymous");
            }
            return keys.build();
        }
        if (principal instanceof ServicePrincipal service) {
            keys.putIfAbsent("aws:PrincipalIsAWSService", "true");
            keys.putIfAbsent("aws:PrincipalServiceName", service.service());
            return keys.build();
        }
        keys.putIfAbsent("aws:PrincipalIsAWSService", "false");
        principal.accountId().ifPresent(account -> keys.putIfAbsent("aws:PrincipalAccount", account));
        keys.putIfAbsent("aws:PrincipalArn", principalArn(principal));
        keys.putIfAbsent("aws:PrincipalType", type(principal));
        if (principal instanceof IamUser user) {
            keys.putIfAbsent("aws:username", user.name());
        }
        if (principal instanceof AccountRoot root) {
            keys.putIfAbsent("aws:userid", root.account());
        }
        if (principal instanceof FederatedUser federated) {
            keys.putIfAbsent("aws:userid", federated.account() + ":" + federated.name());
        }
        return keys.build();
    }

    /** For a session the role's ARN, never the session's. */
    private static String principalArn(Principal principal) {
        if (principal instanceof AssumedRoleSession session) {
            return session.roleArn()
                    .orElse("arn:" + session.partition() + ":iam::" + session.account() + ":role/"
                            + session.roleName());
        }
        return principal.arn().orElse("");
    }

    private static String type(Principal principal) {
        if (principal instanceof AccountRoot) {
            return "Account";
        }
        if (principal instanceof IamUser) {
            return "User";
        }
        return principal instanceof FederatedUser ? "FederatedUser" : "AssumedRole";
    }
}
