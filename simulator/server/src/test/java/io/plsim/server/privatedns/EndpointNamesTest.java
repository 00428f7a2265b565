package io.plsim.server.privatedns;

import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.policy.document.Readings;
import io.plsim.server.enforcement.VpcEndpoint;
import io.plsim.server.inbound.EndpointService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointNamesTest {
    private static final List<VpcEndpoint> ENDPOINTS = List.of(
            endpoint("vpce-11", EndpointService.GATEWAY),
            endpoint("vpce-22", EndpointService.DATA_PLANE),
            endpoint("vpce-33", EndpointService.DATA_PLANE),
            endpoint("vpce-44", EndpointService.GATEWAY));

    @ParameterizedTest
    @CsvSource({
        "bedrock-agentcore.eu-west-1.amazonaws.com, vpce-22, bedrock-agentcore.eu-west-1.amazonaws.com",
        "Bedrock-AgentCore.EU-WEST-1.amazonaws.com:4653, vpce-22, bedrock-agentcore.eu-west-1.amazonaws.com",
        "g1.gateway.bedrock-agentcore.eu-west-1.amazonaws.com, vpce-11, *.gateway.bedrock-agentcore.eu-west-1.amazonaws.com",
        "vpce-33-0a1b.bedrock-agentcore.eu-west-1.vpce.amazonaws.com, vpce-33, *.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "vpce-33-0a1b-eu-west-1a.bedrock-agentcore.eu-west-1.vpce.amazonaws.com, vpce-33, *.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "vpce-44-0a1b.gateway.bedrock-agentcore.eu-west-1.vpce.amazonaws.com, vpce-44, *.gateway.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "localhost, vpce-22, localhost",
        "127.0.0.1:99, vpce-22, localhost",
        "[::1]:99, vpce-22, localhost",
        "plsim, vpce-22, plsim"
    })
    void aNameLeadsToItsEndpoint(String host, String endpoint, String certificate) {
        EndpointNames names = new EndpointNames("eu-west-1", ENDPOINTS, List.of("PLSIM"));
        assertThat(names.find(host)).hasValueSatisfying(served -> {
            assertThat(served.endpoint().id()).isEqualTo(endpoint);
            assertThat(served.certificate()).isEqualTo(certificate);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "amazonaws.com",
        "bedrock-agentcore.us-east-1.amazonaws.com",
        "bedrock-agentcore.eu-west-1.amazonaws.com.evil.example",
        "gateway.bedrock-agentcore.eu-west-1.amazonaws.com",
        ".gateway.bedrock-agentcore.eu-west-1.amazonaws.com",
        "a.b.gateway.bedrock-agentcore.eu-west-1.amazonaws.com",
        "*.gateway.bedrock-agentcore.eu-west-1.amazonaws.com",
        "vpce-22.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "vpce-99-0a1b.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "vpce-22-0a1b.gateway.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "vpce-44-0a1b.bedrock-agentcore.eu-west-1.vpce.amazonaws.com",
        "localhost.example.com"
    })
    void anyOtherNameLeadsNowhere(String host) {
        assertThat(new EndpointNames("eu-west-1", ENDPOINTS, List.of()).find(host))
                .isEmpty();
    }

    @Test
    void everyEndpointHasANameThatLeadsToIt() {
        EndpointNames names = new EndpointNames("cn-north-1", ENDPOINTS, List.of());
        for (VpcEndpoint endpoint : ENDPOINTS) {
            assertThat(names.find(names.nameOf(endpoint, "gw-1")).orElseThrow().endpoint())
                    .isSameAs(endpoint);
        }
        assertThat(names.nameOf(ENDPOINTS.get(0), "gw-1")).endsWith(".amazonaws.com.cn");
    }

    private static VpcEndpoint endpoint(String id, EndpointService service) {
        return new VpcEndpoint(id, service, "eu-west-1", "vpc-1", false, Readings.DEFAULT);
    }
}
