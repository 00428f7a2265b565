package io.plsim.server.privatedns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.server.configuration.InvalidConfigurationException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with an authority that somebody mounted, or that was made there. */
class AuthorityFolderTest {
    /** What {@code openssl ecparam} writes before a P-256 key. */
    private static final String EC_PARAMETERS =
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    private final Path folder;

    AuthorityFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aMountedRsaAuthorityIssuesCertificatesThatItsOwnKeyVerifies() throws Exception {
        KeyPair rsa = pair("RSA");
        issuesFrom(rsa, pem(certificate(rsa, true)), pkcs8(rsa));
    }

    @Test
    void aMountedEllipticCurveKeyMayBePkcs8OrOpenSslsOwnFormWithItsParametersBefore() throws Exception {
        KeyPair ec = pair("EC");
        issuesFrom(ec, pem(certificate(ec, true)), pkcs8(ec));
        issuesFrom(ec, pem(certificate(ec, true)), EC_PARAMETERS + openSslForm(ec));
    }

    @Test
    void anEmptyFolderGetsAnAuthorityWhoseKeyOnlyItsOwnerReads() throws Exception {
        Path fresh = folder.resolve("new");
        String pem = new AuthorityFolder(fresh).open().pem();
        assertThat(new AuthorityFolder(fresh).open().pem()).isEqualTo(pem);
        assertThat(Files.getPosixFilePermissions(fresh.resolve("ca-key.pem")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        write(pem(certificate(pair("EC"), true)), pkcs8(pair("EC")));
        refused("ca-key.pem");
        write(pem(certificate(pair("RSA"), true)), pkcs8(pair("EC")));
        refused("ca-key.pem");
    }

    @Test
    void aCertificateThatMayNotIssueIsRefused() throws Exception {
        KeyPair ec = pair("EC");
        write(pem(certificate(ec, false)), pkcs8(ec));
        refused("CA:TRUE");
    }

    @Test
    void textThatIsNoPemIsRefused() throws Exception {
        write("nothing", "nothing");
        refused("ca.pem");
    }

    private void issuesFrom(KeyPair authorityPair, String certificate, String key) throws Exception {
        write(certificate, key);
        CertificateAuthority authority = new AuthorityFolder(folder).open();
        X509Certificate leaf = authority.issue("*.gateway.example.com").chain().get(0);
        leaf.verify(authorityPair.getPublic());
        assertThat(leaf.getSubjectAlternativeNames().toString()).contains("*.gateway.example.com");
        assertThat(authority.pem()).isEqualToNormalizingNewlines(certificate);
    }

    private void refused(String words) {
        assertThatThrownBy(() -> new AuthorityFolder(folder).open())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("tls.directory: ")
                .hasMessageContaining(words);
    }

    private void write(String certificate, String key) throws Exception {
        Files.writeString(folder.resolve("ca.pem"), certificate);
        Files.writeString(folder.resolve("ca-key.pem"), key);
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair, boolean authority) throws Exception {
        X500Principal name = new X500Principal("CN=mounted");
        Instant now = Instant.now();
        String algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] encoded = new JcaX509v3CertificateBuilder(
                        name, BigInteger.ONE, Date.from(now), Date.from(now.plusSeconds(900)), name, pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))
                .getEncoded();
        return (X509Certificate) java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(encoded));
    }

    private static String pem(Object thing) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }

    /** What OpenSSL writes as {@code EC PRIVATE KEY}: the number and the name of the curve. */
    private static String openSslForm(KeyPair pair) throws Exception {
        BigInteger number = ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS();
        byte[] encoded = new ECPrivateKey(256, number, SECObjectIdentifiers.secp256r1).getEncoded();
        return framed("EC PRIVATE" + " KEY", encoded);
    }

    private static String pkcs8(KeyPair pair) {
        return framed("PRIVATE" + " KEY", pair.getPrivate().getEncoded());
    }

    private static String framed(String label, byte[] encoded) {
        String base64 = Base64.getMimeEncoder().encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
