package io.plsim.server.authentication.sigv4;

import java.util.List;

/**
 * What a developer needs to find out why a signature did not match; in the decision record only.
 *
 * @param canonicalRequest as this server builds it
 * @param stringToSign as this server builds it
 * @param missingSignedHeaders headers that were signed and did not arrive
 */
public record SignatureDiagnosis(String canonicalRequest, String stringToSign, List<String> missingSignedHeaders) {}
