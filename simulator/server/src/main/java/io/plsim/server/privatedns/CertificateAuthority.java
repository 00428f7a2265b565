package io.plsim.server.privatedns;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemGenerationException;

/**
 * A private certificate authority: the one thing that clients must trust to reach the endpoints by AWS's host names. Its
 * dates follow the machine's clock, never the simulator's frozen one.
 */
public final class CertificateAuthority {
    private static final Duration EARLIER = Duration.ofDays(1);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    /** No longer than browsers and Apple's clients accept. */
    private static final Duration LEAF_LIFE = Duration.ofDays(397);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final SecureRandom random = new SecureRandom();

    CertificateAuthority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A certificate with its private key. */
    public record Identity(List<X509Certificate> chain, PrivateKey key) {
        public Identity {
            chain = List.copyOf(chain);
        }

        @Override
        public String toString() {
            return "Identity[" + chain.get(0).getSubjectX500Principal() + "]";
        }
    }

    /** An authority with a new key. */
    static CertificateAuthority create() {
        try {
            SecureRandom random = new SecureRandom();
            KeyPair pair = ellipticCurve(random);
            byte[] unlike = new byte[4];
            random.nextBytes(unlike);
            // Two authorities never share a name: a trust store that holds an old one would try the wrong key.
            X500Principal name =
                    new X500Principal("CN=plsim private CA " + HexFormat.of().formatHex(unlike) + ", O=plsim");
            X509v3CertificateBuilder builder = builder(name, name, pair, AUTHORITY_LIFE, random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new CertificateAuthority(signed(builder, pair.getPrivate()), pair.getPrivate());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java platform makes P-256 certificates", impossible);
        }
    }

    /** A certificate for a host name or wildcard, with a key of its own. */
    Identity issue(String name) {
        try {
            KeyPair pair = ellipticCurve(random);
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(
                            certificate.getSubjectX500Principal(),
                            new X500Principal("O=plsim"),
                            pair,
                            LEAF_LIFE,
                            random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, alternativeNames(name))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(certificate.getPublicKey()));
            return new Identity(List.of(signed(builder, key), certificate), pair.getPrivate());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("no certificate for " + name, impossible);
        }
    }

    /** The authority's certificate as PEM text. */
    public String pem() {
        return pem(certificate);
    }

    /** The authority's private key as PEM text; for its own folder only. */
    String keyPem() {
        try {
            // PKCS #8: OpenSSL's older form would lose the name of the curve here.
            return pem(new JcaPKCS8Generator(key, null));
        } catch (PemGenerationException impossible) {
            throw new IllegalStateException("an unencrypted key has a PEM form", impossible);
        }
    }

    private static GeneralNames alternativeNames(String name) {
        if (!name.equals(EndpointNames.LOCALHOST)) {
            return new GeneralNames(new GeneralName(GeneralName.dNSName, name));
        }
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, name),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }

    private static KeyPair ellipticCurve(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair pair, Duration life, SecureRandom random) {
        Instant from = Clock.systemUTC().instant().minus(EARLIER);
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(126),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                pair.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
        } catch (OperatorCreationException unusable) {
            throw new GeneralSecurityException(unusable);
        }
    }

    private static String pem(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
