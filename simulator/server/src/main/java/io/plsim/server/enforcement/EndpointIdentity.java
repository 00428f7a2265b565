package io.plsim.server.enforcement;

import io.plsim.server.inbound.EndpointService;

/** What identifies an interface VPC endpoint; policies see the id and the VPC as {@code aws:SourceVpce} and {@code aws:SourceVpc}. */
public record EndpointIdentity(String id, EndpointService service, String region, String vpcId) {}
