package io.plsim.server.authentication.sigv4;

/** The access key a signature names, and the day, region and service it is limited to: the Credential parameter. */
public record CredentialScope(String accessKeyId, String date, String region, String service, String terminator) {
    private static final int PARTS = 5;

    static CredentialScope parse(String credential) throws SignatureException {
        String[] parts = credential.split("/", -1);
        if (parts.length != PARTS) {
            throw SignatureException.incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + Quoted.of(credential) + "'");
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** What the string to sign and the signing key hold: everything but the access key. */
    String text() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }

    public CredentialScope withDate(String other) {
        return new CredentialScope(accessKeyId, other, region, service, terminator);
    }

    public CredentialScope withRegion(String other) {
        return new CredentialScope(accessKeyId, date, other, service, terminator);
    }

    public CredentialScope withService(String other) {
        return new CredentialScope(accessKeyId, date, region, other, terminator);
    }
}
