package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Severity;
import io.plsim.policy.lint.subject.LintedPolicy;
import io.plsim.policy.lint.subject.LintedStatement;

/** One piece of advice about documents that AWS would store. */
public abstract class LintRule {
    private final String code;
    private final Severity severity;
    private final String sentence;

    LintRule(String code, Severity severity, String sentence) {
        this.code = code;
        this.severity = severity;
        this.sentence = sentence;
    }

    public final String code() {
        return code;
    }

    public final Severity severity() {
        return severity;
    }

    /** What is wrong, in one sentence. */
    public final String sentence() {
        return sentence;
    }

    /** Advises on a whole policy: by default on each of its statements. */
    public void check(LintedPolicy policy, Advice advice) {
        policy.statements().forEach(statement -> check(statement, policy, advice));
    }

    void check(LintedStatement statement, LintedPolicy policy, Advice advice) {}

    static boolean isEndpoint(LintedPolicy policy) {
        return policy.document().type() == PolicyType.ENDPOINT;
    }

    /** Endpoint and resource policies: they are attached to AgentCore, so nothing else is ever asked. */
    static boolean isAttachedToAgentCore(LintedPolicy policy) {
        return policy.document().type() != PolicyType.IDENTITY;
    }
}
