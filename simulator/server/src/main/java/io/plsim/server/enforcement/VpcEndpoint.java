package io.plsim.server.enforcement;

import io.plsim.policy.decision.Readings;
import io.plsim.policy.document.InvalidPolicyException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A simulated interface VPC endpoint: its identity, its mode and the policy that is attached to it right now. */
public final class VpcEndpoint {
    private final EndpointIdentity identity;
    private final Mode mode;
    private final Readings readings;
    private final PolicySource initial;
    private final AtomicReference<AttachedPolicy> policy;

    /** Whether a denial blocks. */
    public enum Mode {
        ENFORCE,
        /** Decide and record, never block. */
        AUDIT
    }

    /**
     * An endpoint with its first policy attached as revision 1.
     *
     * @param initial {@link PolicySource#FULL_ACCESS} where the configuration names none
     * @throws InvalidPolicyException when that policy cannot be attached
     */
    public VpcEndpoint(EndpointIdentity identity, Mode mode, Readings readings, PolicySource initial)
            throws InvalidPolicyException {
        this.identity = identity;
        this.mode = mode;
        this.readings = readings;
        this.initial = initial;
        this.policy = new AtomicReference<>(AttachedPolicy.compile(1, initial, readings));
    }

    public EndpointIdentity identity() {
        return identity;
    }

    public Mode mode() {
        return mode;
    }

    /** The current revision; take it once for a request and ask it everything. */
    public AttachedPolicy policy() {
        return Objects.requireNonNull(policy.get());
    }

    /**
     * Replaces the policy; requests that are under way keep the revision they took.
     *
     * @throws InvalidPolicyException when it cannot be attached; nothing has changed then
     */
    public synchronized AttachedPolicy attach(PolicySource source) throws InvalidPolicyException {
        AttachedPolicy next = AttachedPolicy.compile(policy().revision() + 1, source, readings);
        policy.set(next);
        return next;
    }

    /** Back to AWS's default, full access. */
    public AttachedPolicy reset() {
        return attachKnown(PolicySource.FULL_ACCESS);
    }

    /** Back to the policy the endpoint started with. */
    public AttachedPolicy restore() {
        return attachKnown(initial);
    }

    private AttachedPolicy attachKnown(PolicySource source) {
        try {
            return attach(source);
        } catch (InvalidPolicyException impossible) {
            throw new IllegalStateException("a policy that was attachable before", impossible);
        }
    }
}
