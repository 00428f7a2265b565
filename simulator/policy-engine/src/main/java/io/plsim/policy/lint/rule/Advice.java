package io.plsim.policy.lint.rule;

import io.plsim.policy.document.Place;
import io.plsim.policy.document.PolicyFinding;
import java.util.ArrayList;
import java.util.List;

/** What one rule has to say about one policy. */
public final class Advice {
    private static final int LONGEST_QUOTE = 120;

    private final LintRule rule;
    private final List<PolicyFinding> findings = new ArrayList<>();

    public Advice(LintRule rule) {
        this.rule = rule;
    }

    public List<PolicyFinding> findings() {
        return List.copyOf(findings);
    }

    void at(Place place, String message) {
        findings.add(PolicyFinding.at(place, rule.severity(), rule.code(), message, null, false));
    }

    /** With a suggestion that somebody must agree to. */
    void at(Place place, String message, String fix) {
        findings.add(PolicyFinding.at(place, rule.severity(), rule.code(), message, fix, false));
    }

    /** With what can only have been meant. */
    void meant(Place place, String message, String fix) {
        findings.add(PolicyFinding.at(place, rule.severity(), rule.code(), message, fix, true));
    }

    /** A text of the policy in quotes, cut where it is long. */
    static String quoted(String text) {
        return "\"" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + "\"";
    }
}
