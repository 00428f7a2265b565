package io.plsim.policy.request;

import io.plsim.policy.request.Principal.AccountRoot;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.FederatedUser;
import io.plsim.policy.request.Principal.IamRole;
import io.plsim.policy.request.Principal.IamUser;
import java.util.Optional;

/** Reads the ARN of a calling principal; ARNs are checked for shape only, not against the service's id patterns. */
public final class Principals {
    private Principals() {}

    /**
     * The principal of an ARN.
     *
     * @param roleArn the role behind a session, with its path, where it is known
     * @throws MalformedRequestException when the ARN is not that of a root user, user, role, session or federated user
     */
    public static Principal fromArn(String arn, Optional<String> roleArn) throws MalformedRequestException {
        String[] parts = arn.split(":", 6);
        if (parts.length == 6
                && parts[0].equals("arn")
                && !parts[1].isEmpty()
                && parts[3].isEmpty()
                && !parts[4].isEmpty()) {
            Optional<Principal> principal = switch (parts[2]) {
                case "iam" -> iam(parts[1], parts[4], parts[5]);
                case "sts" -> sts(parts[1], parts[4], parts[5], roleArn);
                default -> Optional.empty();
            };
            if (principal.isPresent()) {
                agree(principal.get(), roleArn);
                return principal.get();
            }
        }
        throw new MalformedRequestException("\"" + arn + "\" is not the ARN of a caller; write for example"
                + " arn:aws:iam::111122223333:user/alice or"
                + " arn:aws:sts::111122223333:assumed-role/ROLE/SESSION");
    }

    /** A role is known for sessions only, and it is the one that the session names. */
    private static void agree(Principal principal, Optional<String> roleArn) throws MalformedRequestException {
        if (roleArn.isEmpty() || roleArn.equals(principal.arn())) {
            return;
        }
        if (principal instanceof AssumedRoleSession session) {
            String[] parts = roleArn.get().split(":", 6);
            String role = "role/" + session.roleName();
            boolean same = parts.length == 6
                    && roleArn.get().startsWith("arn:" + session.partition() + ":iam::" + session.account() + ":role/")
                    && (parts[5].equals(role) || parts[5].endsWith("/" + session.roleName()));
            if (same) {
                return;
            }
        }
        throw new MalformedRequestException(
                "\"" + roleArn.get() + "\" is not the role of that caller; \"roleArn\" goes with"
                        + " the ARN of a session of the same account and role name");
    }

    private static Optional<Principal> iam(String partition, String account, String resource) {
        if (resource.equals("root")) {
            return Optional.of(new AccountRoot(partition, account));
        }
        int first = resource.indexOf('/');
        int last = resource.lastIndexOf('/');
        if (first < 0 || last == resource.length() - 1) {
            return Optional.empty();
        }
        String path = resource.substring(first, last + 1);
        String name = resource.substring(last + 1);
        return switch (resource.substring(0, first)) {
            case "user" -> Optional.of(new IamUser(partition, account, path, name));
            case "role" -> Optional.of(new IamRole(partition, account, path, name));
            default -> Optional.empty();
        };
    }

    private static Optional<Principal> sts(
            String partition, String account, String resource, Optional<String> roleArn) {
        String[] parts = resource.split("/", 3);
        if (parts.length == 3 && parts[0].equals("assumed-role") && !parts[1].isEmpty() && !parts[2].isEmpty()) {
            return Optional.of(new AssumedRoleSession(partition, account, parts[1], parts[2], roleArn));
        }
        if (parts.length == 2 && parts[0].equals("federated-user") && !parts[1].isEmpty()) {
            return Optional.of(new FederatedUser(partition, account, parts[1]));
        }
        return Optional.empty();
    }
}
