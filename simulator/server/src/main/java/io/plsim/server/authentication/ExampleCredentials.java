package io.plsim.server.authentication;

import java.util.LinkedHashMap;
import java.util.Map;

/** The first example caller's keys as the variables that AWS SDKs read; AWS prints the same in its documentation. */
public final class ExampleCredentials {
    private ExampleCredentials() {}

    public static Map<String, String> environment() {
        IamCredential first = IamCredential.DEFAULTS.get(0);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", first.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", first.secretAccessKey());
        return variables;
    }
}
