package io.plsim.server.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plsim.policy.document.InvalidPolicyException;
import org.junit.jupiter.api.Test;

class VpcEndpointTest {
    private static final String DENY_ALL =
            "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private final VpcEndpoint endpoint = Sample.endpoint();

    @Test
    void anEndpointBeginsWithFullAccessAsRevisionOne() {
        assertThat(endpoint.policy().revision()).isEqualTo(1);
        assertThat(endpoint.policy().source()).isEqualTo(AttachedPolicy.DEFAULT_SOURCE);
        assertThat(endpoint.policy().statementCount()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsUnderWayKeepsTheRevisionItTook() throws InvalidPolicyException {
        AttachedPolicy before = endpoint.policy();
        AttachedPolicy after = endpoint.attach(DENY_ALL, "api");
        assertThat(before.revision()).isEqualTo(1);
        assertThat(after.revision()).isEqualTo(2);
        assertThat(endpoint.policy()).isSameAs(after);
    }

    @Test
    void aPolicyThatCannotBeAttachedChangesNothing() {
        AttachedPolicy before = endpoint.policy();
        assertThatThrownBy(() -> endpoint.attach("{\"Statement\":[{\"Effect\":\"Maybe\"}]}", "api"))
                .isInstanceOf(InvalidPolicyException.class);
        assertThat(endpoint.policy()).isSameAs(before);
    }

    @Test
    void resettingIsANewRevisionOfFullAccess() throws InvalidPolicyException {
        endpoint.attach(DENY_ALL, "api");
        endpoint.reset();
        assertThat(endpoint.policy().revision()).isEqualTo(3);
        assertThat(endpoint.policy().json()).isEqualTo(AttachedPolicy.FULL_ACCESS);
    }
}
