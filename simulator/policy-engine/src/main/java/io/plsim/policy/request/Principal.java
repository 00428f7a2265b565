package io.plsim.policy.request;

import java.util.Optional;

/**
 * Who asks. A signed caller is one of the IAM principals; a bearer or unsigned caller is nobody that IAM knows and is
 * matched by {@code "*"} alone.
 */
public sealed interface Principal {

    /** The ARN that AWS prints for this principal; empty for bearer, anonymous and service callers. */
    Optional<String> arn();

    /** The twelve-digit account of this principal; empty where there is none. */
    Optional<String> accountId();

    /** The root user of an account, {@code arn:aws:iam::111122223333:root}. */
    record AccountRoot(String partition, String account) implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.of("arn:" + partition + ":iam::" + account + ":root");
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /** An IAM user; {@code path} starts and ends with a slash, {@code name} is case-sensitive. */
    record IamUser(String partition, String account, String path, String name) implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.of("arn:" + partition + ":iam::" + account + ":user" + path + name);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /** An IAM role named as the caller itself, without a session: "some session of this role". */
    record IamRole(String partition, String account, String path, String name) implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.of("arn:" + partition + ":iam::" + account + ":role" + path + name);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /**
     * A session of a role, {@code arn:aws:sts::111122223333:assumed-role/ROLE/SESSION}. The session ARN lacks the role's
     * path; {@code roleArn} carries it where it is known, and a role principal is then compared whole.
     */
    record AssumedRoleSession(
            String partition, String account, String roleName, String sessionName, Optional<String> roleArn)
            implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.of(
                    "arn:" + partition + ":sts::" + account + ":assumed-role/" + roleName + "/" + sessionName);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /** A federated user session, {@code arn:aws:sts::111122223333:federated-user/NAME}. */
    record FederatedUser(String partition, String account, String name) implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.of("arn:" + partition + ":sts::" + account + ":federated-user/" + name);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }
    }

    /** An AWS service, such as {@code x.amazonaws.com}. */
    record ServicePrincipal(String service) implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /** A caller with a bearer token: somebody to the application, nobody to IAM. */
    record OAuthCaller() implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }

    /** A caller without credentials. */
    record AnonymousCaller() implements Principal {
        @Override
        public Optional<String> arn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }
    }
}
