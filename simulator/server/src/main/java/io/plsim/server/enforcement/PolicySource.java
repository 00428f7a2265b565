package io.plsim.server.enforcement;

/**
 * A policy's text and where it came from.
 *
 * @param name a file, or how else the text arrived, for the banner and the console
 */
public record PolicySource(String name, String json) {

    /**
     * The policy of an endpoint to which none was attached. Follows
     * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
     */
    public static final PolicySource FULL_ACCESS = new PolicySource(
            "default (full access)",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
}
