package io.plsim.server.forwarding.stub.exchange;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;

/** The error that AWS would answer with; the message never repeats a body or a token. */
public final class StubRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public StubRefusal(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public static StubRefusal of(AwsError error, String message) {
        return new StubRefusal(Refusal.of(error, message));
    }

    public static StubRefusal validation(String message) {
        return of(AwsError.VALIDATION, message);
    }

    /** A member that breaks a constraint of the service model, in the words of its validator. */
    public static StubRefusal constraint(String member, String constraint) {
        return validation("1 validation error detected: Value at '" + member
                + "' failed to satisfy constraint: Member must " + constraint);
    }

    public static StubRefusal notFound(String what) {
        return of(AwsError.RESOURCE_NOT_FOUND, what + " not found");
    }

    public static StubRefusal conflict(String message) {
        return of(AwsError.CONFLICT, message);
    }
}
