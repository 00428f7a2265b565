package io.plsim.policy.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.plsim.policy.document.JsonValue.Items;
import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import io.plsim.policy.document.JsonValue.Scalar;
import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.document.PrincipalElement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Principal and NotPrincipal: the string {@code "*"}, or an object of AWS, Service, Federated, CanonicalUser. */
final class PrincipalReader {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");

    private final Findings findings;

    PrincipalReader(Findings findings) {
        this.findings = findings;
    }

    PrincipalElement read(Member member) {
        List<Entry> entries = new ArrayList<>();
        if (member.value() instanceof Members object) {
            for (Member kind : object.members()) {
                kind(kind).ifPresent(known -> values(kind.value(), known, entries));
            }
        } else {
            bare(member, entries);
        }
        return new PrincipalElement(member.name().equals("NotPrincipal"), entries, member.place());
    }

    private void bare(Member member, List<Entry> entries) {
        if (member.value() instanceof Scalar scalar && scalar.kind() == JsonValue.Kind.STRING) {
            if (scalar.text().equals("*")) {
                entries.add(new Entry(Kind.EVERYONE, scalar.placed()));
                return;
            }
            Optional<Entry> meant = meant(scalar.placed());
            meant.ifPresent(entries::add);
            findings.misspelt(
                    DocumentError.INVALID_PRINCIPAL_FORMAT,
                    scalar.place(),
                    "Only \"*\" may stand alone as " + member.name() + "; write an object with the key AWS.",
                    meant.map(PrincipalReader::written).orElse(null));
            return;
        }
        findings.error(
                DocumentError.INVALID_PRINCIPAL_FORMAT,
                member.value().place(),
                member.name() + " is \"*\" or an object with AWS, Service, Federated or CanonicalUser.",
                null);
    }

    private static String written(Entry entry) {
        String text = new String(
                JsonStringEncoder.getInstance().quoteAsString(entry.value().text()));
        return "{\"" + entry.kind().key() + "\": \"" + text + "\"}";
    }

    /** What a text that stands alone can only mean: an account, an IAM ARN or a service. */
    private static Optional<Entry> meant(PlacedText alone) {
        PlacedText whole = new PlacedText(ArnGrammar.repaired(alone.text()).orElse(alone.text()), alone.place());
        Findings wrong = new Findings();
        ArnGrammar.checkPrincipal(whole, wrong);
        if (wrong.inOrder().isEmpty()
                && (whole.text().startsWith("arn:")
                        || ACCOUNT.matcher(whole.text()).matches())) {
            return Optional.of(new Entry(Kind.AWS, whole));
        }
        return SERVICE.matcher(whole.text()).matches() ? Optional.of(new Entry(Kind.SERVICE, whole)) : Optional.empty();
    }

    private Optional<Kind> kind(Member member) {
        Optional<Kind> meant = Optional.empty();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.EVERYONE && kind.key().equals(member.name())) {
                return Optional.of(kind);
            }
            if (kind != Kind.EVERYONE && kind.key().equalsIgnoreCase(member.name())) {
                meant = Optional.of(kind);
            }
        }
        findings.misspelt(
                DocumentError.INVALID_PRINCIPAL_FORMAT,
                member.place(),
                "There is no kind of principal \"" + member.name()
                        + "\"; there are AWS, Service, Federated and CanonicalUser.",
                meant.map(Kind::key).orElse(null));
        return meant;
    }

    private void values(JsonValue value, Kind kind, List<Entry> entries) {
        List<JsonValue> values = value instanceof Items items ? items.items() : List.of(value);
        for (JsonValue item : values) {
            if (item instanceof Scalar scalar && scalar.kind() == JsonValue.Kind.STRING) {
                if (kind == Kind.AWS) {
                    ArnGrammar.checkPrincipal(scalar.placed(), findings);
                }
                entries.add(new Entry(kind, scalar.placed()));
            } else {
                findings.error(
                        DocumentError.INVALID_PRINCIPAL_FORMAT,
                        item.place(),
                        kind.key() + " takes a string or a list of strings.",
                        null);
            }
        }
    }
}
