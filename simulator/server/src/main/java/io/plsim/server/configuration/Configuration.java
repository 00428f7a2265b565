package io.plsim.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.server.authentication.IamCredential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file (YAML or JSON) as one value; null where a key is absent. {@link Settings} adds the defaults.
 * Unknown keys are errors.
 */
public record Configuration(
        @Nullable String region,
        @Nullable String accountId,
        @Nullable Instant clock,
        @Nullable Mode mode,
        @Nullable Authentication authentication,
        @Nullable String vpcSourceIp,
        @Nullable List<Endpoint> endpoints,
        @Nullable List<IamCredential> principals,
        @Nullable String issuer,
        @Nullable List<Issuer> issuers,
        @Nullable Tokens tokens,
        @Nullable Resources resources,
        @Nullable Forwarding forwarding,
        @Nullable List<JsonNode> scriptedAnswers,
        @Nullable String defaultGateway,
        @Nullable Readings readings,
        @Nullable Decisions decisions,
        @Nullable List<String> consoleHosts,
        @Nullable Integer port,
        @Nullable Integer gatewayPort,
        @Nullable Integer consolePort,
        @Nullable Integer tlsPort,
        @Nullable Tls tls,
        @Nullable Integer drainSeconds,
        @Nullable String bind,
        @Nullable String policy) {

    /** Whether denials block. */
    public enum Mode {
        @JsonProperty("enforce")
        ENFORCE,
        @JsonProperty("audit")
        AUDIT
    }

    /** Whether credentials are proven or believed. */
    public enum Authentication {
        @JsonProperty("verify")
        VERIFY,
        @JsonProperty("parse")
        PARSE
    }

    /** One interface endpoint; without a policy it has AWS's default, full access. */
    public record Endpoint(
            String id,
            String service,
            @Nullable String vpcId,
            @Nullable String policy,
            @Nullable Integer port,
            @Nullable Mode mode) {}

    /** A further trusted issuer of bearer tokens. */
    public record Issuer(String discoveryUrl) {}

    /** What every bearer token must keep to; {@code TokenRules} has the defaults. */
    public record Tokens(
            @Nullable List<String> algorithms,
            @Nullable Integer skewSeconds,
            @Nullable Integer keysKeptSeconds) {}

    /** What stands behind the endpoints; what is not listed exists and answers from a stub. */
    public record Resources(
            @Nullable List<Runtime> runtimes, @Nullable List<Gateway> gateways) {}

    /**
     * An agent runtime.
     *
     * @param forwardTo the local agent container; absent = stub
     * @param protocol what the agent speaks: HTTP, MCP, A2A or AGUI; shapes the calls to a container and the refusals
     * @param requestHeaderAllowlist the further request headers that reach it
     */
    public record Runtime(
            String id,
            @Nullable String authorizerType,
            @Nullable Authorizer authorizer,
            @Nullable String forwardTo,
            @Nullable String protocol,
            @Nullable List<String> requestHeaderAllowlist,
            @Nullable Map<String, String> tags) {}

    /** A gateway. */
    public record Gateway(
            String id,
            @Nullable String authorizerType,
            @Nullable Authorizer authorizer,
            @Nullable Map<String, String> tags,
            @Nullable List<Tool> tools) {}

    /** A tool that a gateway's stub offers: its name, its arguments as JSON Schema, and the text that a call answers. */
    public record Tool(
            String name,
            @Nullable String description,
            @Nullable Map<String, Object> inputSchema,
            @Nullable String result) {}

    /** Who may call a resource with a token. */
    public record Authorizer(@Nullable JwtAuthorizer customJWTAuthorizer) {}

    /** AgentCore's {@code customJWTAuthorizer}: every configured check must pass. */
    public record JwtAuthorizer(
            @Nullable String discoveryUrl,
            @Nullable List<String> allowedAudience,
            @Nullable List<String> allowedClients,
            @Nullable List<String> allowedScopes,
            @Nullable List<CustomClaim> customClaims) {}

    /** A claim of the issuer's own, and what it must be. */
    public record CustomClaim(
            @Nullable String inboundTokenClaimName,
            @Nullable String inboundTokenClaimValueType,
            @Nullable AuthorizingClaimMatchValue authorizingClaimMatchValue) {}

    /** How a custom claim is compared, and with what. */
    public record AuthorizingClaimMatchValue(
            @Nullable ClaimMatchValue claimMatchValue,
            @Nullable String claimMatchOperator) {}

    /** One value, or a list for {@code CONTAINS_ANY}. */
    public record ClaimMatchValue(
            @Nullable String matchValueString, @Nullable List<String> matchValueStringList) {}

    /**
     * Where allowed requests go.
     *
     * @param mode stub, passthrough, resign or url
     * @param url the upstream of the data-plane endpoints, and of the gateways' when {@code gatewayUrl} is absent
     * @param region of the real AgentCore
     */
    public record Forwarding(
            @Nullable String mode,
            @Nullable String url,
            @Nullable String gatewayUrl,
            @Nullable String region,
            @Nullable Integer connectTimeoutSeconds,
            @Nullable Integer requestTimeoutSeconds,
            @Nullable Integer streamTimeoutSeconds) {}

    /**
     * The TLS ports beyond {@code tlsPort}.
     *
     * @param secondPort one more port that does the same, such as 443; absent: none
     * @param directory where the private authority is kept; absent: in memory
     * @param names further host names that lead to the same endpoint as {@code localhost}
     */
    public record Tls(
            @Nullable Integer secondPort,
            @Nullable String directory,
            @Nullable List<String> names) {}

    /** The decision log. */
    public record Decisions(@Nullable Integer keep) {}

    /** The choices of CONTRACT section 9; absent = its default. */
    public record Readings(
            @Nullable String awsStar,
            @Nullable Boolean bearerOnEveryOperation,
            @Nullable Boolean runtimeEndpointToo,
            @Nullable Boolean bothToolSpellings,
            @Nullable Boolean identityParentsToo,
            @Nullable Boolean browserStreamsOnBrowser,
            @Nullable Boolean startSessionToo,
            @Nullable String oauthPrincipalKeys,
            @Nullable String resourceOwner,
            @Nullable Boolean gatewayMetadataJudged,
            @Nullable String metadataUrls,
            @Nullable Boolean unsignedPayload,
            @Nullable Integer presignedWebSocketSeconds,
            @Nullable Integer incompleteSignatureStatus) {}
}
