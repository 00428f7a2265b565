package io.plsim.server.authentication.sigv4.mismatch;

/**
 * Why a signature may have been refused.
 *
 * @param code a stable name
 * @param sentence for people
 * @param proven whether the signature fits when computed that way; false for what cannot be tried
 */
public record Cause(String code, String sentence, boolean proven) {}
