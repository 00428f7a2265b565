package io.plsim.policy.matching;

/**
 * What one element of a statement says to one request: a small value, made for every element of every explanation. The
 * words are drawn from it only when somebody reads them.
 *
 * @param element as written: Principal, NotAction, Condition, ...
 * @param reason why it matches or not, from a closed list
 * @param clause which clause of the Condition, from 0; -1 for the other elements
 * @param value which of the values written there it is about, from 0; -1 where it is about all of them
 */
public record ElementFinding(String element, Reason reason, int clause, int value) {
    /** A finding about Principal, Action or Resource. */
    public ElementFinding(String element, Reason reason, int value) {
        this(element, reason, -1, value);
    }

    /** Whether the element lets the statement apply. */
    public boolean matches() {
        return reason.matches();
    }
}
