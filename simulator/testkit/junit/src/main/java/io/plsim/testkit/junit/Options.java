package io.plsim.testkit.junit;

/** What a simulator is started with; empty = default. */
record Options(String policy, String gatewayPolicy, String configuration, boolean failOnUnexpectedDenial) {
    static final Options DEFAULT = new Options("", "", "", false);

    static Options of(PrivateLinkEndpoint annotation) {
        return new Options(
                annotation.policy(),
                annotation.gatewayPolicy(),
                annotation.configuration(),
                annotation.failOnUnexpectedDenial());
    }
}
