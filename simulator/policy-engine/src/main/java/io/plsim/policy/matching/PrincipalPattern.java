package io.plsim.policy.matching;

import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principal.AnonymousCaller;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.IamRole;
import io.plsim.policy.request.Principal.OAuthCaller;
import io.plsim.policy.request.Principal.ServicePrincipal;

/** One principal value, compiled: whom it names. */
sealed interface PrincipalPattern {
    boolean matches(Principal caller);

    static PrincipalPattern of(Entry entry, PolicyType type, AwsStar awsStar) {
        String text = entry.value().text();
        return switch (entry.kind()) {
            case EVERYONE -> new Everyone();
            case AWS -> aws(text, type, awsStar);
            case SERVICE -> new Service(text);
            // A federated or canonical principal never calls AgentCore as such.
            case FEDERATED, CANONICAL_USER -> new Nobody();
        };
    }

    private static PrincipalPattern aws(String text, PolicyType type, AwsStar awsStar) {
        if (text.equals("*")) {
            return awsStar == AwsStar.EVERYONE ? new Everyone() : new AwsPrincipals(type == PolicyType.RESOURCE);
        }
        if (!text.startsWith("arn:")) {
            return new Account("aws", text);
        }
        String[] parts = text.split(":", 6);
        if (parts[5].equals("root")) {
            return new Account(parts[1], parts[4]);
        }
        if (parts[5].startsWith("role/")) {
            String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
            return new Role(text, parts[1], parts[4], name);
        }
        return new Exactly(text);
    }

    /** {@code "*"}: everyone, bearer and unsigned callers too. */
    record Everyone() implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            return true;
        }
    }

    /** {@code {"AWS": "*"}} read as "AWS principals"; in a resource policy unsigned callers count too. */
    record AwsPrincipals(boolean unsignedToo) implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            if (caller instanceof OAuthCaller) {
                return false;
            }
            return !(caller instanceof AnonymousCaller) || unsignedToo;
        }
    }

    /** An account: every user, role and session of it. */
    record Account(String partition, String id) implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            return caller.accountId().filter(id::equals).isPresent()
                    && caller.arn()
                            .filter(arn -> arn.startsWith("arn:" + partition + ":"))
                            .isPresent();
        }
    }

    /** A role: itself and its sessions; the session's ARN lacks the role's path, so without it only the name counts. */
    record Role(String arn, String partition, String account, String name) implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            if (caller instanceof IamRole) {
                return caller.arn().filter(arn::equals).isPresent();
            }
            if (caller instanceof AssumedRoleSession session) {
                return session.roleArn().isPresent()
                        ? session.roleArn().get().equals(arn)
                        : session.partition().equals(partition)
                                && session.account().equals(account)
                                && session.roleName().equals(name);
            }
            return false;
        }
    }

    /** A user, a session or a federated user: whole and case-sensitive. */
    record Exactly(String arn) implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            return caller.arn().filter(arn::equals).isPresent();
        }
    }

    /** An AWS service. */
    record Service(String name) implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            return caller instanceof ServicePrincipal service
                    && service.service().equals(name);
        }
    }

    /** A principal that cannot call through an endpoint. */
    record Nobody() implements PrincipalPattern {
        @Override
        public boolean matches(Principal caller) {
            return false;
        }
    }
}
