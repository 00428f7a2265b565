package io.plsim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.plsim.server.authentication.Authorizers.Authorizer;
import io.plsim.server.authentication.bearer.BuiltInIssuer;
import io.plsim.server.configuration.Configuration;
import io.plsim.server.configuration.ConfigurationFile;
import io.plsim.server.configuration.InvalidConfigurationException;
import io.plsim.server.configuration.Settings;
import io.plsim.server.operation.Operation.ResourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of customJWTAuthorizer as a file of cases ({@code authorizer-cases.json}): what is configured, what the token
 * says, which claim is refused; and what cannot be configured ({@code authorizer-faults.json}), with its message.
 */
class AuthorizerCasesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String URL = "https://idp.example.com/.well-known/openid-configuration";

    @TestFactory
    Stream<DynamicTest> rules() throws IOException {
        return cases("authorizer-cases.json")
                .map(one -> DynamicTest.dynamicTest(name(one), () -> {
                    ObjectNode jwt = one.get("authorizer").deepCopy();
                    jwt.put("discoveryUrl", URL);
                    ObjectNode file = MAPPER.createObjectNode();
                    file.putObject("resources")
                            .putArray("runtimes")
                            .addObject()
                            .put("id", "r")
                            .putObject("authorizer")
                            .set("customJWTAuthorizer", jwt);
                    Configuration configuration = ConfigurationFile.parse(file.toString(), "case");
                    Authorizer authorizer = ConfiguredAuthorizers.of(configuration.resources())
                            .of(ResourceKind.RUNTIME, Optional.of("r"));
                    JWTClaimsSet claims = JWTClaimsSet.parse(one.get("claims").toString());
                    assertThat(authorizer.rules().violatedBy(claims).map(violation -> violation.claim()))
                            .isEqualTo(Optional.ofNullable(one.get("refuses").textValue()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> faults() throws IOException {
        return cases("authorizer-faults.json")
                .map(one -> DynamicTest.dynamicTest(name(one), () -> {
                    String yaml = one.get("configuration").toString();
                    assertThatThrownBy(() -> build(yaml))
                            .isInstanceOf(InvalidConfigurationException.class)
                            .hasMessageContaining(one.get("says").asText());
                }));
    }

    private static void build(String yaml) throws InvalidConfigurationException {
        Settings settings = new Settings(ConfigurationFile.parse(yaml, "case"), Path.of(""));
        ConfiguredAuthorizers.of(settings.file().resources());
        ConfiguredTokens.verifier(settings, new BuiltInIssuer(settings.issuer(), Clock.systemUTC()));
    }

    private static String name(JsonNode one) {
        return one.get("name").asText();
    }

    private static Stream<JsonNode> cases(String file) throws IOException {
        JsonNode cases = MAPPER.readTree(AuthorizerCasesTest.class.getResourceAsStream(file));
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }
}
