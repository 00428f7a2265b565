package io.plsim.policy.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.decision.PolicyEvaluator;
import io.plsim.policy.document.InvalidPolicyException;
import io.plsim.policy.document.PolicyReader;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for every policy and every question, whatever is in them. */
class PolicyPropertiesTest {
    private static final long SEEDS = 1L << 40;

    @Property(tries = 1_000)
    void anExplicitDenyBeatsEveryAllow(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        List<JsonNode> statements = statements(one);
        statements.add(everything(one, "Deny"));
        decide(one, statements)
                .ifPresent(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICIT_DENY));
    }

    @Property(tries = 1_000)
    void withoutAnAllowNothingIsAllowed(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        List<JsonNode> denies = statements(one);
        denies.removeIf(statement -> statement.get("Effect").asText().equals("Allow"));
        decide(one, denies).ifPresent(decision -> {
            assertThat(decision.outcome()).isNotEqualTo(Outcome.ALLOWED);
            assertThat(decision.outcome() == Outcome.IMPLICIT_DENY)
                    .isEqualTo(decision.decidedBy().isEmpty());
        });
    }

    @Property(tries = 1_000)
    void orderAndDuplicatesOfStatementsDoNotMatter(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        List<JsonNode> mixed = statements(one);
        if (!mixed.isEmpty()) {
            mixed.add(mixed.get(0));
        }
        Collections.shuffle(mixed, new Random(seed));
        Optional<Decision> before = decide(one, statements(one));
        Optional<Decision> after = decide(one, mixed);
        if (before.isPresent() && after.isPresent()) {
            assertThat(after.get().outcome()).isEqualTo(before.get().outcome());
        }
    }

    @Property(tries = 1_000)
    void addingADenyNeverOpensAnything(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        Outcome before = decide(one, statements(one)).map(Decision::outcome).orElse(Outcome.ALLOWED);
        if (before != Outcome.ALLOWED) {
            decideWith(one, "Deny")
                    .ifPresent(after -> assertThat(after.outcome()).isNotEqualTo(Outcome.ALLOWED));
        }
    }

    @Property(tries = 1_000)
    void addingAnAllowNeverClosesAnything(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        Outcome before = decide(one, statements(one)).map(Decision::outcome).orElse(Outcome.IMPLICIT_DENY);
        if (before == Outcome.ALLOWED) {
            decideWith(one, "Allow")
                    .ifPresent(after -> assertThat(after.outcome()).isEqualTo(Outcome.ALLOWED));
        }
    }

    @Property(tries = 1_000)
    void aBearerOrUnsignedCallerIsMatchedByNoAccountRoleUserOrSession(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        List<JsonNode> named = statements(one);
        named.removeIf(statement -> !statement.path("Principal").path("AWS").isArray()
                || statement.get("Principal").toString().contains("\"*\""));
        for (Principal caller : List.of(new Principal.OAuthCaller(), new Principal.AnonymousCaller())) {
            AuthorizationRequest asked = new AuthorizationRequest(
                    caller,
                    one.request().action(),
                    one.request().resource(),
                    one.request().context());
            if (one.type() != PolicyType.IDENTITY) {
                decide(one, named, asked)
                        .ifPresent(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.IMPLICIT_DENY));
            }
        }
    }

    @Property(tries = 1_000)
    void aStatementIsSatisfiedAmongOthersWhenItIsAlone(@ForAll @LongRange(max = SEEDS) long seed) {
        NearCase one = NearCase.of(seed);
        List<JsonNode> statements = statements(one);
        Optional<Decision> together = decide(one, statements);
        assumeThat(together).isPresent();
        String deciding = together.orElseThrow().outcome() == Outcome.EXPLICIT_DENY ? "Deny" : "Allow";
        List<Integer> alone = IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).get("Effect").asText().equals(deciding))
                .filter(i -> decide(one, List.of(statements.get(i)))
                        .filter(decision -> !decision.decidedBy().isEmpty())
                        .isPresent())
                .boxed()
                .toList();
        assertThat(together.orElseThrow().decidedBy()).isEqualTo(alone);
    }

    /** The policy's statements and one more, which nearly matches too. */
    private static Optional<Decision> decideWith(NearCase one, String effect) {
        List<JsonNode> statements = statements(one);
        ObjectNode more = new NearPolicy(new Dice(one.seed() + 1), one.type(), one.request()).statement(1);
        statements.add(statements.size() / 2, more.put("Effect", effect));
        return decide(one, statements);
    }

    private static ObjectNode everything(NearCase one, String effect) {
        ObjectNode statement = one.policy().objectNode().put("Effect", effect);
        if (one.type() != PolicyType.IDENTITY) {
            statement.put("Principal", "*");
        }
        return statement.put("Action", "*").put("Resource", "*");
    }

    private static List<JsonNode> statements(NearCase one) {
        List<JsonNode> statements = new ArrayList<>();
        one.policy().get("Statement").forEach(statements::add);
        return statements;
    }

    private static Optional<Decision> decide(NearCase one, List<JsonNode> statements) {
        return decide(one, statements, one.request());
    }

    /** Empty when AWS would not store such a policy. */
    private static Optional<Decision> decide(NearCase one, List<JsonNode> statements, AuthorizationRequest request) {
        ObjectNode policy = one.policy().deepCopy();
        policy.putArray("Statement").addAll(statements);
        try {
            return Optional.of(PolicyEvaluator.compile(PolicyReader.read(policy.toString(), one.type()), one.readings())
                    .decide(request));
        } catch (InvalidPolicyException notStored) {
            return Optional.empty();
        }
    }
}
