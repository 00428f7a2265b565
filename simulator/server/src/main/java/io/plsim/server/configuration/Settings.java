package io.plsim.server.configuration;

import io.plsim.server.authentication.IamCredential;
import io.plsim.server.configuration.Configuration.Endpoint;
import io.plsim.server.configuration.Configuration.Mode;
import io.plsim.server.inbound.EndpointService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with its defaults filled in: what the simulator runs on.
 *
 * @param file what was configured
 * @param baseDirectory where relative policy paths start
 */
public record Settings(Configuration file, Path baseDirectory) {
    private static final String DATA_PLANE_ENDPOINT = "vpce-0a1b2c3d4e5f60718";
    private static final String GATEWAY_ENDPOINT = "vpce-0b1c2d3e4f5061728";
    private static final String VPC = "vpc-0fedcba9876543210";
    private static final String GATEWAY = "my-gateway-0123456789";

    public String region() {
        return or(file.region(), "us-east-1");
    }

    public String accountId() {
        return or(file.accountId(), "111122223333");
    }

    /** The clock of signatures, tokens, {@code aws:CurrentTime} and record times; frozen when configured. */
    public Clock clock() {
        return file.clock() == null ? Clock.systemUTC() : Clock.fixed(file.clock(), ZoneOffset.UTC);
    }

    public Mode mode() {
        return or(file.mode(), Mode.ENFORCE);
    }

    public Configuration.Authentication authentication() {
        return or(file.authentication(), Configuration.Authentication.VERIFY);
    }

    public int port() {
        return or(file.port(), 4650);
    }

    public int consolePort() {
        return or(file.consolePort(), 4651);
    }

    public int gatewayPort() {
        return or(file.gatewayPort(), 4652);
    }

    /** The ports that speak TLS. */
    public List<Integer> tlsPorts() {
        int first = or(file.tlsPort(), 4653);
        Integer second = file.tls() == null ? null : file.tls().secondPort();
        return second == null ? List.of(first) : List.of(first, second);
    }

    /** How long running requests and streams may take to end when the simulator stops. */
    public Duration drain() {
        return Duration.ofSeconds(or(file.drainSeconds(), 10));
    }

    /** Where the private certificate authority is kept; null for memory. */
    public @Nullable Path tlsDirectory() {
        String directory = file.tls() == null ? null : file.tls().directory();
        return directory == null ? null : baseDirectory.resolve(directory);
    }

    /** Further host names of the TLS ports. */
    public List<String> tlsNames() {
        return file.tls() == null ? List.of() : or(file.tls().names(), List.of());
    }

    public String bind() {
        return or(file.bind(), "127.0.0.1");
    }

    public List<Endpoint> endpoints() {
        return file.endpoints() != null
                ? file.endpoints()
                : List.of(
                        new Endpoint(DATA_PLANE_ENDPOINT, EndpointService.DATA_PLANE.suffix(), VPC, null, null, null),
                        new Endpoint(GATEWAY_ENDPOINT, EndpointService.GATEWAY.suffix(), VPC, null, null, null));
    }

    public String vpcId(Endpoint endpoint) {
        return or(endpoint.vpcId(), VPC);
    }

    public List<IamCredential> principals() {
        return file.principals() != null ? file.principals() : IamCredential.DEFAULTS;
    }

    public String issuer() {
        return or(file.issuer(), "http://localhost:4651/oauth");
    }

    /** The gateway that a Host without a gateway label means. */
    public String defaultGateway() {
        if (file.defaultGateway() != null) {
            return file.defaultGateway();
        }
        Configuration.Resources resources = file.resources();
        List<Configuration.Gateway> gateways = resources == null ? null : resources.gateways();
        return gateways == null || gateways.isEmpty()
                ? GATEWAY
                : gateways.get(0).id();
    }

    public int recordsKept() {
        return file.decisions() == null ? 50_000 : or(file.decisions().keep(), 50_000);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
