package io.plsim.policy.request;

import java.util.List;

/** The two spellings AWS's own pages use for one customer-owned code interpreter or browser. */
final class ToolSpelling {
    private static final String SERVICE = ":bedrock-agentcore:";
    private static final List<String> TYPES = List.of("code-interpreter", "browser");
    private static final String CUSTOM = "-custom";

    private ToolSpelling() {}

    /** The resource as asked about, then its other spelling where it has one. */
    static List<String> of(String resource) {
        int resourceType = afterFifthColon(resource);
        // The literal account "aws" owns the system tools, which have one spelling only.
        if (resourceType < 0
                || !resource.startsWith(SERVICE, resource.indexOf(':', 4))
                || resource.startsWith(":aws:", resourceType - 5)) {
            return List.of(resource);
        }
        for (String type : TYPES) {
            if (resource.startsWith(type, resourceType)) {
                int end = resourceType + type.length();
                if (resource.startsWith("/", end)) {
                    return List.of(resource, resource.substring(0, end) + CUSTOM + resource.substring(end));
                }
                if (resource.startsWith(CUSTOM + "/", end)) {
                    return List.of(resource, resource.substring(0, end) + resource.substring(end + CUSTOM.length()));
                }
            }
        }
        return List.of(resource);
    }

    private static int afterFifthColon(String arn) {
        int at = 0;
        for (int colons = 0; colons < 5; colons++) {
            at = arn.indexOf(':', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        return at;
    }
}
