package io.plsim.server.authentication.bearer;

/** The built-in issuer's keys, asked for in this process: no network, no cache, and down when the issuer says so. */
record BuiltInKeys(BuiltInIssuer issuer) implements KeySource {

    @Override
    public TokenKeys current() throws IssuerUnreachableException {
        if (!issuer.keyService().up()) {
            throw new IssuerUnreachableException(
                    "the built-in issuer's key set is down; PUT /api/issuer/jwks took it down");
        }
        return new TokenKeys(issuer.name(), issuer.publicKeys());
    }

    @Override
    public TokenKeys newerThan(TokenKeys known) throws IssuerUnreachableException {
        TokenKeys now = current();
        return now.keys() == known.keys() ? known : now;
    }
}
