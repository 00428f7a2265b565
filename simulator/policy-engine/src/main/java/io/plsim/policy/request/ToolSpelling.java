package io.plsim.policy.request;

import java.util.List;

/** The two spellings AWS's own pages use for one customer-owned code interpreter or browser. */
final class ToolSpelling {
    private ToolSpelling() {}

    /** The resource as asked about, then its other spelling where it has one. */
    static List<String> of(String resource) {
        if (!resource.contains(":bedrock-agentcore:")) {
            return List.of(resource);
        }
        String[] parts = resource.split(":", 6);
        // The literal account "aws" owns the system tools, which have one spelling only.
        if (parts.length < 6 || !parts[2].equals("bedrock-agentcore") || parts[4].equals("aws")) {
            return List.of(resource);
        }
        int slash = parts[5].indexOf('/');
        String type = slash < 0 ? "" : parts[5].substring(0, slash);
        String other = switch (type) {
            case "code-interpreter", "browser" -> type + "-custom";
            case "code-interpreter-custom" -> "code-interpreter";
            case "browser-custom" -> "browser";
            default -> "";
        };
        if (other.isEmpty()) {
            return List.of(resource);
        }
        String head = resource.substring(0, resource.length() - parts[5].length());
        return List.of(resource, head + other + parts[5].substring(slash));
    }
}
