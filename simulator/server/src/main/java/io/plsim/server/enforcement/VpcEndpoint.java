package io.plsim.server.enforcement;

import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.Readings;
import io.plsim.server.inbound.EndpointService;
import java.util.concurrent.atomic.AtomicReference;

/** An interface VPC endpoint with its policy, which can be replaced while requests run. */
public final class VpcEndpoint {
    private final String id;
    private final EndpointService service;
    private final String region;
    private final String vpcId;
    private final boolean audit;
    private final Readings readings;
    private final AtomicReference<AttachedPolicy> policy;

    /** An endpoint with full access. */
    public VpcEndpoint(
            String id, EndpointService service, String region, String vpcId, boolean audit, Readings readings) {
        this.id = id;
        this.service = service;
        this.region = region;
        this.vpcId = vpcId;
        this.audit = audit;
        this.readings = readings;
        this.policy = new AtomicReference<>(fullAccess(1));
    }

    public String id() {
        return id;
    }

    public EndpointService service() {
        return service;
    }

    public String region() {
        return region;
    }

    public String vpcId() {
        return vpcId;
    }

    /** Whether denials are only recorded. */
    public boolean audit() {
        return audit;
    }

    /** The policy in force now; a request takes it once and keeps it. */
    public AttachedPolicy policy() {
        return policy.get();
    }

    /**
     * Attaches a policy in place of the present one.
     *
     * @throws InvalidPolicyException when AWS would not store it; then nothing changes
     */
    public synchronized AttachedPolicy attach(String json, String source) throws InvalidPolicyException {
        AttachedPolicy next = AttachedPolicy.read(policy.get().revision() + 1, source, json, readings);
        policy.set(next);
        return next;
    }

    /** Goes back to full access. */
    public synchronized AttachedPolicy reset() {
        AttachedPolicy next = fullAccess(policy.get().revision() + 1);
        policy.set(next);
        return next;
    }

    private AttachedPolicy fullAccess(long revision) {
        try {
            return AttachedPolicy.read(revision, AttachedPolicy.DEFAULT_SOURCE, AttachedPolicy.FULL_ACCESS, readings);
        } catch (InvalidPolicyException impossible) {
            throw new IllegalStateException("AWS's default policy is valid", impossible);
        }
    }
}
