package io.plsim.policy.condition;

import java.util.Base64;

/** What a value must look like for a family of operators to compare it at all. */
enum ValueForm {
    TEXT,
    ARN,
    NUMBER,
    DATE,
    ADDRESS,
    TRUTH,
    BASE64;

    static ValueForm of(String base) {
        if (base.startsWith("Numeric")) {
            return NUMBER;
        }
        if (base.startsWith("Date")) {
            return DATE;
        }
        if (base.endsWith("IpAddress")) {
            return ADDRESS;
        }
        if (base.startsWith("Arn")) {
            return ARN;
        }
        return switch (base) {
            case "Bool", "Null" -> TRUTH;
            case "BinaryEquals" -> BASE64;
            default -> TEXT;
        };
    }

    /** Whether a value of the request has this form. */
    boolean reads(String value) {
        return switch (this) {
            case TEXT -> true;
            case ARN -> value.split(":", 6).length == 6;
            case NUMBER -> NumericTests.number(value).isPresent();
            case DATE -> DateTests.date(value).isPresent();
            case ADDRESS -> IpAddressText.bytes(value).isPresent();
            case TRUTH -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case BASE64 -> base64(value);
        };
    }

    /** Whether a value of the policy has this form: there addresses are ranges and ARNs may have variables. */
    boolean readsInPolicy(String value) {
        return switch (this) {
            case ARN -> value.contains("${") || reads(value);
            case ADDRESS -> IpTests.Range.of(value).isPresent();
            default -> reads(value);
        };
    }

    private static boolean base64(String value) {
        try {
            Base64.getDecoder().decode(value);
            return true;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
