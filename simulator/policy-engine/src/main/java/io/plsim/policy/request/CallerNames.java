package io.plsim.policy.request;

import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every name under which a policy may list a caller: its own ARN, its role, its account. A bearer or unsigned caller has
 * none. Roles whose path is not known are named {@code arn:aws:iam::111122223333:role/.../NAME}; a policy's role ARN answers
 * to that name too, because the ARN of a session lacks the path (IAM User Guide, "Principal", role sessions).
 */
public final class CallerNames {
    private CallerNames() {}

    /** The names of a caller, the most particular first. */
    public static List<String> of(Principal caller) {
        if (caller instanceof ServicePrincipal service) {
            return List.of(service.service());
        }
        Optional<String> arn = caller.arn();
        Optional<String> account = caller.accountId();
        if (arn.isEmpty() || account.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(4);
        names.add(arn.get());
        if (caller instanceof AssumedRoleSession session) {
            names.add(session.roleArn()
                    .orElseGet(() -> roleOfUnknownPath(session.partition(), session.account(), session.roleName())));
        }
        names.add("arn:" + partition(arn.get()) + ":iam::" + account.get() + ":root");
        names.add(account.get());
        return List.copyOf(names);
    }

    /** The name of a role of which all but the path is known. */
    public static String roleOfUnknownPath(String partition, String account, String name) {
        return "arn:" + partition + ":iam::" + account + ":role/.../" + name;
    }

    private static String partition(String arn) {
        return arn.substring(4, arn.indexOf(':', 4));
    }
}
