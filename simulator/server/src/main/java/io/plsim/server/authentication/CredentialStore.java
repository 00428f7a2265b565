package io.plsim.server.authentication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The credentials that may sign, by access key; several may share a key and differ in their session token. */
public final class CredentialStore {
    private final Map<String, List<IamCredential>> byAccessKey = new HashMap<>();

    public CredentialStore(List<IamCredential> credentials) {
        for (IamCredential credential : credentials) {
            byAccessKey.computeIfAbsent(credential.accessKeyId(), key -> new ArrayList<>()).add(credential);
        }
    }

    /** Every credential with that access key; none when the key is unknown. */
    List<IamCredential> withAccessKey(String accessKeyId) {
        return byAccessKey.getOrDefault(accessKeyId, List.of());
    }
}
