package io.plsim.server.operation;

/**
 * An ARN of the service as a request writes it: {@code arn:PARTITION:bedrock-agentcore:REGION:ACCOUNT:RESOURCE}.
 * Checked for shape only: whether the account, the Region or the resource exists is not asked here.
 */
record AgentCoreArn(String partition, String region, String account, String resource) {

    /** Reads an ARN; {@code where} is for the message only. */
    static AgentCoreArn parse(String text, String where) throws MalformedRequestException {
        String[] parts = text.split(":", 6);
        boolean shaped = parts.length == 6
                && parts[0].equals("arn")
                && (parts[1].equals("aws") || parts[1].startsWith("aws-"))
                && isName(parts[1])
                && parts[2].equals("bedrock-agentcore")
                && isName(parts[3])
                && isAccount(parts[4]);
        if (!shaped) {
            throw new MalformedRequestException(where + " is not a valid ARN");
        }
        return new AgentCoreArn(parts[1], parts[3], parts[4], parts[5]);
    }

    static boolean isAccount(String text) {
        return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a text can be a resource id: letters, digits, dot, underscore, hyphen, so it never adds to an ARN's shape. */
    static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= 256
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
