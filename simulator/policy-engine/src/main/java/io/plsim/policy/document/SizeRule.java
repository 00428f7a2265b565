package io.plsim.policy.document;

/** A policy may have 20,480 characters, white space included (PrivateLink guide, endpoint policies). */
final class SizeRule {
    static final int MAX_CHARACTERS = 20_480;

    private SizeRule() {}

    static void check(String json, Findings findings) {
        int characters = json.codePointCount(0, json.length());
        if (characters > MAX_CHARACTERS) {
            findings.error(
                    DocumentError.POLICY_TOO_LARGE,
                    new Place("", 1, 1),
                    "The policy has %d characters; AWS stores at most %d, white space included."
                            .formatted(characters, MAX_CHARACTERS),
                    null);
        }
    }
}
