package io.plsim.server.authentication;

import java.util.List;

/** The credentials that may sign; several may share an access key and differ in their session token. */
public final class CredentialStore {
    private final List<IamCredential> credentials;

    public CredentialStore(List<IamCredential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    List<IamCredential> all() {
        return credentials;
    }
}
