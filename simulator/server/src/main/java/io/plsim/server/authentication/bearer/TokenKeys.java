package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.jwk.JWKSet;

/** What an issuer publishes at one moment: the name that its tokens carry as {@code iss}, and its keys. */
record TokenKeys(String issuer, JWKSet keys) {}
