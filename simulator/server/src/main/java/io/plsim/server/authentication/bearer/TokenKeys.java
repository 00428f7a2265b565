package io.plsim.server.authentication.bearer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** The issuer that a token must come from, and where its keys are. */
record TokenKeys(String issuer, JWKSource<SecurityContext> keys) {}
