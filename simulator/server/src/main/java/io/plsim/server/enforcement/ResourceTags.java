package io.plsim.server.enforcement;

import java.util.Map;

/** The tags of the configured resources. */
@FunctionalInterface
public interface ResourceTags {
    /** No resource has any. */
    ResourceTags NONE = arn -> Map.of();

    /** The tags of the resource with that ARN; empty when it has none or is not configured. */
    Map<String, String> of(String arn);
}
