package io.plsim.server.authentication;

import io.plsim.server.awserror.Refusal;
import org.jspecify.annotations.Nullable;

/** What the credentials of a request say before its operation is known; every failure keeps its own case. */
public sealed interface AuthenticationResult {

    /** A signature that was proven. */
    record SignedBy(Caller caller) implements AuthenticationResult {}

    /** A bearer token that nobody has looked at yet: who may accept it depends on the resource. */
    record BearerToken(String token) implements AuthenticationResult {
        @Override
        public String toString() {
            return "BearerToken[masked]";
        }
    }

    /** Neither a signature nor a token; perhaps there is an Authorization header with nothing in it. */
    record NoCredentials(boolean emptyHeader) implements AuthenticationResult {
        public NoCredentials() {
            this(false);
        }
    }

    /**
     * Credentials that were refused.
     *
     * @param claimed which kind of credentials they were meant to be
     * @param diagnosis for the decision record only: what a developer needs to find the mistake, never a secret; null
     *     where the refusal says everything
     */
    record Refused(
            Caller.Kind claimed, Refusal refusal, @Nullable Diagnosis diagnosis) implements AuthenticationResult {
        /** A refused signature. */
        public Refused(Refusal refusal, @Nullable Diagnosis diagnosis) {
            this(Caller.Kind.SIGV4, refusal, diagnosis);
        }
    }
}
