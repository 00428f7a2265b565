package io.plsim.server.authentication.bearer;

/** Where an issuer's keys come from. Safe to use from many threads. */
interface KeySource {
    /** The keys as they are known; fetched when none are. */
    TokenKeys current() throws IssuerUnreachableException;

    /** The keys after a token has named one that is not among {@code known}. */
    TokenKeys newerThan(TokenKeys known) throws IssuerUnreachableException;
}
