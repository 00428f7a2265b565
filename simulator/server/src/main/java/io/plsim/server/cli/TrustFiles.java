package io.plsim.server.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The files that make clients trust the simulator's authority.
 *
 * @param authority the authority alone, for clients that add it to those they trust
 * @param bundle Java's public authorities and this one, for clients that replace those they trust
 * @param trustStore the same as a PKCS #12 store, for Java
 */
record TrustFiles(Path authority, Path bundle, Path trustStore) {
    /** A trust store holds nothing secret; Java wants a password all the same. */
    static final String PASSWORD = "changeit";

    static TrustFiles write(Path folder, String pem) throws Main.CommandFailed {
        TrustFiles files = new TrustFiles(
                folder.resolve("ca.pem"), folder.resolve("ca-bundle.pem"), folder.resolve("truststore.p12"));
        try {
            Files.createDirectories(folder);
            Files.writeString(files.authority, pem);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            StringBuilder bundle = new StringBuilder(pem);
            int number = 0;
            for (X509Certificate known : publicAuthorities()) {
                store.setCertificateEntry("public-" + number++, known);
                bundle.append(pem(known));
            }
            store.setCertificateEntry(
                    "plsim",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            Files.writeString(files.bundle, bundle);
            try (OutputStream out = Files.newOutputStream(files.trustStore)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return files;
        } catch (IOException | GeneralSecurityException unwritable) {
            throw new Main.CommandFailed(
                    Main.INVALID,
                    "The trust files cannot be written to " + folder + "; name another place with --trust-folder.");
        }
    }

    private static X509Certificate[] publicAuthorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }
}
