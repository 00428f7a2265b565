package io.plsim.policy.document;

import io.plsim.policy.document.JsonValue.Items;
import io.plsim.policy.document.JsonValue.Kind;
import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import io.plsim.policy.document.JsonValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one statement and checks that it has what its policy type needs. */
final class StatementReader {
    private final PolicyType type;
    private final Findings findings;

    StatementReader(PolicyType type, Findings findings) {
        this.type = type;
        this.findings = findings;
    }

    Optional<Statement> read(JsonValue value, int index) {
        if (!(value instanceof Members object)) {
            findings.error(DocumentError.WRONG_TYPE, value.place(), "A statement must be a JSON object.", null);
            return Optional.empty();
        }
        Map<String, Member> elements = new TreeMap<>();
        for (Member member : ElementNames.STATEMENT.read(object, findings)) {
            elements.put(member.name(), member);
        }
        Effect effect = effect(object, elements.get("Effect"));
        PrincipalElement principal = principal(object, elements);
        PatternElement action = patterns(object, elements, "Action", "NotAction");
        PatternElement resource = patterns(object, elements, "Resource", "NotResource");
        List<ConditionClause> conditions = new ConditionReader(type, findings).read(elements.get("Condition"));
        PlacedText sid = sid(elements.get("Sid"));
        if (resource != null) {
            resource.values().forEach(arn -> ArnGrammar.checkResource(arn, findings));
        }
        boolean principalFits = (principal == null) == (type == PolicyType.IDENTITY);
        if (effect == null || action == null || resource == null || !principalFits) {
            return Optional.empty();
        }
        return Optional.of(new Statement(index, sid, effect, principal, action, resource, conditions, object.place()));
    }

    private @Nullable PlacedText sid(@Nullable Member member) {
        if (member == null) {
            return null;
        }
        if (member.value() instanceof Scalar scalar && scalar.kind() == Kind.STRING) {
            return scalar.placed();
        }
        findings.error(DocumentError.WRONG_TYPE, member.value().place(), "Sid must be a string.", null);
        return null;
    }

    private @Nullable Effect effect(Members statement, @Nullable Member member) {
        if (member == null) {
            findings.error(DocumentError.MISSING_ELEMENT, statement.place(), "The statement has no Effect.", null);
            return null;
        }
        Effect differentCase = null;
        if (member.value() instanceof Scalar scalar && scalar.kind() == Kind.STRING) {
            for (Effect effect : Effect.values()) {
                if (effect.text().equals(scalar.text())) {
                    return effect;
                }
                if (effect.text().equalsIgnoreCase(scalar.text())) {
                    differentCase = effect;
                }
            }
        }
        findings.misspelt(
                DocumentError.INVALID_EFFECT,
                member.value().place(),
                "Effect must be exactly \"Allow\" or \"Deny\", capital letter and all.",
                differentCase == null ? null : differentCase.text());
        return differentCase;
    }

    private @Nullable PrincipalElement principal(Members statement, Map<String, Member> elements) {
        Member member = one(statement, elements, "Principal", "NotPrincipal", type != PolicyType.IDENTITY);
        if (member == null) {
            return null;
        }
        if (type == PolicyType.IDENTITY) {
            findings.error(
                    DocumentError.UNSUPPORTED_PRINCIPAL,
                    member.place(),
                    "An identity policy has no " + member.name() + ": it belongs to the identity it is attached to.",
                    null);
        }
        return new PrincipalReader(findings).read(member);
    }

    private @Nullable PatternElement patterns(
            Members statement, Map<String, Member> elements, String name, String inverse) {
        Member member = one(statement, elements, name, inverse, true);
        if (member == null) {
            return null;
        }
        return new PatternElement(
                member.name(), member.name().equals(inverse), strings(member.value(), member.name()), member.place());
    }

    /** The one of the pair that is there; both or (where needed) neither is an error. */
    private @Nullable Member one(
            Members statement, Map<String, Member> elements, String name, String inverse, boolean needed) {
        Member plain = elements.get(name);
        Member not = elements.get(inverse);
        if (plain != null && not != null) {
            findings.error(
                    DocumentError.ELEMENT_PAIR,
                    not.place(),
                    "A statement has " + name + " or " + inverse + ", never both; remove one.",
                    null);
        }
        if (plain == null && not == null && needed) {
            findings.error(
                    DocumentError.MISSING_ELEMENT,
                    statement.place(),
                    "The statement has neither " + name + " nor " + inverse + "; a policy of type " + type.text()
                            + " needs one.",
                    null);
        }
        return plain == null ? not : plain;
    }

    private List<PlacedText> strings(JsonValue value, String name) {
        List<PlacedText> texts = new ArrayList<>();
        List<JsonValue> values = value instanceof Items items ? items.items() : List.of(value);
        for (JsonValue item : values) {
            if (item instanceof Scalar scalar && scalar.kind() == Kind.STRING) {
                texts.add(scalar.placed());
            } else {
                findings.error(
                        DocumentError.WRONG_TYPE, item.place(), name + " takes a string or a list of strings.", null);
            }
        }
        return texts;
    }
}
