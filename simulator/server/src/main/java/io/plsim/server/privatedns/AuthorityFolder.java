package io.plsim.server.privatedns;

import io.plsim.server.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** A folder that keeps a certificate authority over a restart: {@code ca.pem} and {@code ca-key.pem}. */
final class AuthorityFolder {
    private final Path certificateFile;
    private final Path keyFile;

    AuthorityFolder(Path folder) {
        certificateFile = folder.resolve("ca.pem");
        keyFile = folder.resolve("ca-key.pem");
    }

    /** The authority that is there; with neither of its files there, a new one that stays. */
    CertificateAuthority open() throws InvalidConfigurationException {
        boolean certificateThere = Files.exists(certificateFile);
        if (certificateThere != Files.exists(keyFile)) {
            throw new InvalidConfigurationException("tls.directory: there is "
                    + (certificateThere ? certificateFile : keyFile) + " without "
                    + (certificateThere ? keyFile : certificateFile)
                    + "; put both there, or neither to have them made.");
        }
        return certificateThere ? read() : create();
    }

    private CertificateAuthority create() throws InvalidConfigurationException {
        CertificateAuthority authority = CertificateAuthority.create();
        try {
            Files.createDirectories(certificateFile.toAbsolutePath().getParent());
            boolean posix = Files.getFileStore(certificateFile.toAbsolutePath().getParent())
                    .supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(
                        keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(keyFile, authority.keyPem());
            Files.writeString(certificateFile, authority.pem());
            return authority;
        } catch (IOException unwritable) {
            throw new InvalidConfigurationException("tls.directory: " + certificateFile
                    + " cannot be written; mount the folder writable, or put ca.pem and ca-key.pem there.");
        }
    }

    private CertificateAuthority read() throws InvalidConfigurationException {
        try {
            X509Certificate certificate = parse(certificateFile) instanceof X509CertificateHolder holder
                    ? new JcaX509CertificateConverter().getCertificate(holder)
                    : null;
            PrivateKey key = key(parse(keyFile));
            if (certificate == null || key == null || certificate.getBasicConstraints() < 0 || !fit(certificate, key)) {
                throw new InvalidConfigurationException(
                        "tls.directory: " + certificateFile + " and " + keyFile
                                + " must be the certificate of an authority (CA:TRUE) and its unencrypted private key, as PEM.");
            }
            return new CertificateAuthority(certificate, key);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new InvalidConfigurationException("tls.directory: " + certificateFile + " or " + keyFile
                    + " cannot be read as PEM; replace both, or remove both to have new ones made.");
        }
    }

    private static @Nullable Object parse(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(text)) {
            Object first = parser.readObject();
            // OpenSSL writes the curve's parameters before an EC key.
            boolean key = first == null || first instanceof X509CertificateHolder || key(first) != null;
            return key ? first : parser.readObject();
        }
    }

    private static @Nullable PrivateKey key(@Nullable Object pem) throws IOException {
        // Java's own provider calls "EC" what BouncyCastle's calls "ECDSA".
        JcaPEMKeyConverter converter =
                new JcaPEMKeyConverter().setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");
        if (pem instanceof PEMKeyPair pair) {
            return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        return pem instanceof PrivateKeyInfo info ? converter.getPrivateKey(info) : null;
    }

    private static boolean fit(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(certificate.getEncoded());
        byte[] proof = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(certificate.getEncoded());
        return signature.verify(proof);
    }
}
