package io.plsim.policy.matching;

/**
 * What one element of a statement says to one request.
 *
 * @param element as written: Principal, NotAction, Condition, ...
 * @param matches whether the element lets the statement apply
 * @param reason why, from a closed list
 * @param detail the pattern beside the value, for a person
 */
public record ElementFinding(String element, boolean matches, Reason reason, String detail) {}
