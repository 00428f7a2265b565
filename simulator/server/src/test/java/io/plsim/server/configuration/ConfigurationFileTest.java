package io.plsim.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regoin: x|regoin|region",
                "resources: {runtims: []}|resources.runtims|runtimes",
                "endpoints: [{id: a, service: b, polcy: c}]|polcy|policy",
            })
    void anUnknownKeyIsAnErrorThatNamesThePlaceAndTheNearestRightOne(String yaml, String key, String nearest) {
        assertThatThrownBy(() -> ConfigurationFile.parse(yaml, "plsim.yaml"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("plsim.yaml")
                .hasMessageContaining(key)
                .hasMessageContaining("line 1")
                .hasMessageContaining("did you mean \"" + nearest + "\"?");
    }

    @Test
    void jsonIsReadAsWellAsYaml() throws Exception {
        assertThat(ConfigurationFile.parse("{\"region\": \"eu-central-1\"}", "c.json")
                        .region())
                .isEqualTo("eu-central-1");
    }

    @Test
    void aWrongValueNamesItsKey() {
        assertThatThrownBy(() -> ConfigurationFile.parse("clock: yesterday", "c.yaml"))
                .hasMessageContaining("clock");
    }

    @Test
    void anUnknownEnvironmentVariableNamesTheNearestRightOne() {
        assertThatThrownBy(() -> Environment.settings(Overrides.NONE, Map.of("PLSIM_PROT", "1")))
                .hasMessageContaining("PLSIM_PORT");
    }

    @Test
    void aFlagBeatsTheEnvironmentWhichBeatsTheDefault() throws Exception {
        Overrides flags = new Overrides(null, null, 1, null, null, null, null, null);
        Map<String, String> variables = Map.of("PLSIM_PORT", "2", "PLSIM_GATEWAY_PORT", "3");
        Settings settings = Environment.settings(flags, variables);
        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.gatewayPort()).isEqualTo(3);
        assertThat(settings.consolePort()).isEqualTo(4651);
    }

    @Test
    void aVariableForOneKeyOfAnObjectLeavesTheFilesOtherKeysInIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("plsim.yaml");
        Files.writeString(file, "tls: {names: [plsim], secondPort: 8443}");
        Settings settings = Environment.settings(
                Overrides.NONE, Map.of("PLSIM_CONFIG", file.toString(), "PLSIM_TLS_SECOND_PORT", "443"));
        assertThat(settings.tlsPorts()).containsExactly(4653, 443);
        assertThat(settings.tlsNames()).containsExactly("plsim");
    }

    @Test
    void aSecretIsNotInWhatACredentialPrints() throws Exception {
        Configuration configuration = ConfigurationFile.parse(
                "principals: [{accessKeyId: AKID, secretAccessKey: topSecret, arn: 'arn:aws:iam::1:user/x'}]", "c");
        assertThat(configuration.toString()).contains("AKID").doesNotContain("topSecret");
    }

    private static final String DAVE =
            "[{accessKeyId: AKIDDAVE, secretAccessKey: topSecret, arn: 'arn:aws:iam::111122223333:user/dave'}]";

    @Test
    void principalsComeFromAVariableOrFromTheFileThatItsTwinNamesAndReplaceTheConfigured(@TempDir Path folder)
            throws Exception {
        Path config = folder.resolve("plsim.yaml");
        Files.writeString(config, "principals: " + DAVE.replace("DAVE", "CAROL"));
        Path secret = folder.resolve("principals.yaml");
        Files.writeString(secret, DAVE);
        for (Map<String, String> variables : List.of(
                Map.of("PLSIM_CONFIG", config.toString(), "PLSIM_PRINCIPALS", DAVE),
                Map.of("PLSIM_CONFIG", config.toString(), "PLSIM_PRINCIPALS_FILE", secret.toString()))) {
            assertThat(Environment.settings(Overrides.NONE, variables).principals())
                    .extracting(principal -> principal.accessKeyId())
                    .containsExactly("AKIDDAVE");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{accessKeyId: A, secretAccesKey: topSecret}]|PLSIM_PRINCIPALS: unknown key",
                "{accessKeyId: A, secretAccessKey: topSecret}|PLSIM_PRINCIPALS must be a list",
                "[{accessKeyId: A, secretAccessKey: topSecret|PLSIM_PRINCIPALS: not readable",
                "[{accessKeyId: A, secretAccessKey: {a: topSecret}}]|PLSIM_PRINCIPALS: the value of",
            })
    void aWrongListOfPrincipalsIsToldWithoutItsSecrets(String value, String says) {
        assertThatThrownBy(() -> Environment.settings(Overrides.NONE, Map.of("PLSIM_PRINCIPALS", value)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("topSecret");
    }

    @Test
    void aSecretAndItsTwinAreOneTooMany() {
        assertThatThrownBy(() -> Environment.settings(
                        Overrides.NONE, Map.of("PLSIM_PRINCIPALS", DAVE, "PLSIM_PRINCIPALS_FILE", "/nowhere")))
                .hasMessage("PLSIM_PRINCIPALS and PLSIM_PRINCIPALS_FILE are both set; leave one of them.");
        assertThatThrownBy(() ->
                        Environment.settings(Overrides.NONE, Map.of("PLSIM_PRINCIPALS_FILE", "/nowhere/to/be/found")))
                .hasMessageContaining("PLSIM_PRINCIPALS_FILE names /nowhere/to/be/found, which cannot be read");
    }
}
