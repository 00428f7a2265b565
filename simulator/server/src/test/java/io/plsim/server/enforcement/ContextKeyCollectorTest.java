package io.plsim.server.enforcement;

import static io.plsim.server.enforcement.Sample.ALICE;
import static io.plsim.server.enforcement.Sample.NOW;
import static io.plsim.server.enforcement.Sample.OAUTH;
import static io.plsim.server.enforcement.Sample.RUNTIME;
import static io.plsim.server.enforcement.Sample.question;
import static io.plsim.server.enforcement.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.plsim.policy.document.Readings.OAuthPrincipalKeys;
import io.plsim.policy.request.ContextKeys;
import io.plsim.server.authentication.Caller;
import io.plsim.server.enforcement.ContextKeyCollector.ResourceTags;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.Header;
import io.plsim.server.inbound.Headers;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Question;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextKeyCollectorTest {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ResourceTags NONE = arn -> Map.of();

    private final VpcEndpoint endpoint = Sample.endpoint();
    private final ContextKeyCollector collector = new ContextKeyCollector(CLOCK, null, OAuthPrincipalKeys.ABSENT, NONE);
    private final Question invoke = question("InvokeAgentRuntime", RUNTIME);

    /** Row by row from the facts on global condition keys: nothing more and nothing less is collected. */
    @Test
    void aSignedRequestCarriesExactlyTheseKeys() {
        assertThat(collect(collector, request(), ALICE, invoke).asMap())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("aws:SourceVpce", List.of("vpce-0a1b2c3d4e5f60718")),
                        Map.entry("aws:SourceVpc", List.of("vpc-0fedcba9876543210")),
                        Map.entry("aws:VpcSourceIp", List.of("10.0.0.25")),
                        Map.entry("aws:RequestedRegion", List.of("us-east-1")),
                        Map.entry("aws:SecureTransport", List.of("true")),
                        Map.entry("aws:CurrentTime", List.of("2026-11-23T12:00:00Z")),
                        Map.entry("aws:EpochTime", List.of("1795435200")),
                        Map.entry("aws:ViaAWSService", List.of("false")),
                        Map.entry("aws:PrincipalIsAWSService", List.of("false")),
                        Map.entry("aws:PrincipalArn", List.of("arn:aws:iam::111122223333:user/alice")),
                        Map.entry("aws:PrincipalAccount", List.of("111122223333")),
                        Map.entry("aws:PrincipalType", List.of("User")),
                        Map.entry("aws:username", List.of("alice")),
                        Map.entry("aws:ResourceAccount", List.of("111122223333")),
                        Map.entry("aws:PrincipalTag/team", List.of("blue"))));
    }

    @Test
    void aBearerOrUnsignedCallerBringsNoPrincipalKeysAndAllNetworkKeys() {
        for (Caller caller : List.of(OAUTH, Caller.UNSIGNED)) {
            assertThat(collect(collector, request(), caller, invoke).asMap())
                    .containsOnlyKeys(
                            "aws:CurrentTime",
                            "aws:EpochTime",
                            "aws:RequestedRegion",
                            "aws:ResourceAccount",
                            "aws:SecureTransport",
                            "aws:SourceVpc",
                            "aws:SourceVpce",
                            "aws:ViaAWSService",
                            "aws:VpcSourceIp");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws:SourceIp",
                "aws:SourceVpcArn",
                "aws:VpceAccount",
                "aws:VpceOrgID",
                "aws:CalledVia",
                "aws:SourceArn",
                "aws:SourceAccount",
                "aws:TagKeys",
                "aws:MultiFactorAuthPresent"
            })
    void keysThatAnEndpointRequestNeverHasStayAbsentWhateverTheClientSends(String key) {
        InboundRequest claims = request(
                new Header("X-Forwarded-For", "203.0.113.9"),
                new Header("Forwarded", "for=203.0.113.9"),
                new Header("X-Amz-Source-Account", "111122223333"),
                new Header("X-Amz-Source-Arn", RUNTIME),
                new Header("aws:SourceIp", "203.0.113.9"));
        ContextKeys keys = collect(collector, claims, ALICE, invoke);
        assertThat(keys.get(key)).isNull();
        assertThat(keys.get("aws:VpcSourceIp")).containsExactly("10.0.0.25");
    }

    @Test
    void userAgentAndRefererAreThereWhenTheirHeadersAre() {
        ContextKeys keys = collect(
                collector,
                request(new Header("user-agent", "Boto3/1.43"), new Header("Referer", "https://example.com")),
                OAUTH,
                invoke);
        assertThat(keys.get("aws:UserAgent")).containsExactly("Boto3/1.43");
        assertThat(keys.get("aws:referer")).containsExactly("https://example.com");
    }

    @Test
    void theConfiguredSourceAddressAndTransportReplaceTheObservedOnes() {
        ContextKeys keys = collect(
                new ContextKeyCollector(CLOCK, "10.9.9.9", OAuthPrincipalKeys.ABSENT, NONE, false),
                request(),
                ALICE,
                invoke);
        assertThat(keys.get("aws:VpcSourceIp")).containsExactly("10.9.9.9");
        assertThat(keys.get("aws:SecureTransport")).containsExactly("false");
    }

    @Test
    void anIpv6AddressIsGivenWithoutItsZone() {
        InboundRequest request = new InboundRequest(
                EndpointService.DATA_PLANE,
                "GET",
                "/",
                null,
                Headers.NONE,
                "fe80::1%eth0",
                request().body());
        assertThat(collect(collector, request, ALICE, invoke).get("aws:VpcSourceIp"))
                .containsExactly("fe80::1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "arn:aws:bedrock-agentcore:us-east-1:444455556666:memory/m-1, 444455556666",
                "arn:aws:bedrock-agentcore:us-east-1:aws:browser/aws.browser.v1, absent",
                "arn:aws:bedrock-agentcore:::evaluator/Builtin.Helpfulness, absent",
                "*, absent"
            })
    void theResourcesAccountIsTheOneInItsArn(String resource, String account) {
        List<String> values = collect(collector, request(), ALICE, question("Evaluate", resource))
                .get("aws:ResourceAccount");
        assertThat(values).isEqualTo(account == null ? null : List.of(account));
    }

    @Test
    void aConfiguredResourcesTagsAreThereAndOnlyItsOwn() {
        ResourceTags tags = arn -> arn.equals(RUNTIME) ? Map.of("team", "blue") : Map.of();
        ContextKeyCollector tagging = new ContextKeyCollector(CLOCK, null, OAuthPrincipalKeys.ABSENT, tags);
        assertThat(collect(tagging, request(), OAUTH, invoke).get("aws:ResourceTag/team"))
                .containsExactly("blue");
        assertThat(collect(tagging, request(), OAUTH, question("GetABTest", "*"))
                        .get("aws:ResourceTag/team"))
                .isNull();
    }

    @Test
    void whatTheEndpointKnowsCannotBeOverridden() {
        Question forged = new Question(
                "bedrock-agentcore:CreateEvent",
                RUNTIME,
                Map.of("AWS:SourceVpce", List.of("vpce-forged"), "bedrock-agentcore:actorId", List.of("ann")));
        ContextKeys keys = collect(collector, request(), ALICE, forged);
        assertThat(keys.get("aws:SourceVpce")).containsExactly("vpce-0a1b2c3d4e5f60718");
        assertThat(keys.get("bedrock-agentcore:actorId")).containsExactly("ann");
    }

    private ContextKeys collect(ContextKeyCollector from, InboundRequest request, Caller caller, Question question) {
        return from.collect(endpoint, request, caller, question, from.now());
    }
}
