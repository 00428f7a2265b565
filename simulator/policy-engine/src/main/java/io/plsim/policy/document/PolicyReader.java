package io.plsim.policy.document;

/** Reads policy documents; the one way in. */
public final class PolicyReader {
    private PolicyReader() {}

    /**
     * Reads a document and refuses what AWS would not store.
     *
     * @throws InvalidPolicyException when there is at least one error; its findings name every place
     */
    public static PolicyDocument read(String json, PolicyType type) throws InvalidPolicyException {
        throw new UnsupportedOperationException("engine");
    }
}
