package io.plsim.policy.document;

import java.util.Optional;

/** The repair of the one ARN mistake that has one reading only: the doubled colon of AWS's own page. */
public final class ArnRepair {
    private ArnRepair() {}

    /** The text with one colon less after the partition, when that makes it an ARN that AWS stores; else empty. */
    public static Optional<String> of(String text) {
        return ArnGrammar.repaired(text);
    }
}
