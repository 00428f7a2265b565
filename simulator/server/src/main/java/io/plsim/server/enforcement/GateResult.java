package io.plsim.server.enforcement;

import io.plsim.server.awserror.Refusal;
import java.util.List;
import java.util.Optional;

/** What the endpoint policy says to a request as a whole. */
public sealed interface GateResult {

    /** Every answer, in the order of the questions. */
    List<AnsweredQuestion> decisions();

    /** Every question was allowed; no decisions only where a reading says that the operation is not judged. */
    record Permitted(List<AnsweredQuestion> decisions) implements GateResult {
        public Permitted {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * At least one question was not allowed, or there was none to ask.
     *
     * @param deciding the question the client is told about; empty when there was none to ask
     */
    record Blocked(List<AnsweredQuestion> decisions, Optional<AnsweredQuestion> deciding, Refusal refusal)
            implements GateResult {
        public Blocked {
            decisions = List.copyOf(decisions);
        }
    }
}
