package io.plsim.policy.document;

import io.plsim.policy.document.JsonValue.Items;
import io.plsim.policy.document.JsonValue.Kind;
import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import io.plsim.policy.document.JsonValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the top level of a policy: Version, Id and the statements. */
final class DocumentReader {
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    private final PolicyType type;
    private final String source;
    private final Findings findings;

    DocumentReader(PolicyType type, String source, Findings findings) {
        this.type = type;
        this.source = source;
        this.findings = findings;
    }

    Optional<PolicyDocument> read(JsonValue root) {
        if (!(root instanceof Members object)) {
            findings.error(
                    DocumentError.MALFORMED_POLICY, root.place(), "A policy is a JSON object with a Statement.", null);
            return Optional.empty();
        }
        PlacedText version = null;
        List<Statement> statements = null;
        for (Member member : ElementNames.POLICY.read(object, findings)) {
            switch (member.name()) {
                case "Version" -> version = version(member);
                case "Id" -> text(member, "Id");
                case "Statement" -> statements = statements(member.value());
                default -> throw new IllegalStateException(member.name() + " is no element of a policy");
            }
        }
        if (statements == null) {
            findings.error(DocumentError.MISSING_ELEMENT, root.place(), "The policy has no Statement; add one.", null);
            return Optional.empty();
        }
        return Optional.of(new PolicyDocument(type, source, version, statements));
    }

    private @Nullable PlacedText version(Member member) {
        PlacedText version = text(member, "Version");
        if (version != null && !VERSIONS.contains(version.text())) {
            findings.error(
                    DocumentError.INVALID_VERSION,
                    version.place(),
                    "Version is \"" + version.text() + "\"; it must be 2012-10-17 or 2008-10-17.",
                    "2012-10-17");
        }
        return version;
    }

    private @Nullable PlacedText text(Member member, String name) {
        if (member.value() instanceof Scalar scalar && scalar.kind() == Kind.STRING) {
            return scalar.placed();
        }
        findings.error(DocumentError.WRONG_TYPE, member.value().place(), name + " must be a string.", null);
        return null;
    }

    private List<Statement> statements(JsonValue value) {
        List<Statement> statements = new ArrayList<>();
        StatementReader reader = new StatementReader(type, findings);
        if (value instanceof Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                reader.read(items.items().get(i), i).ifPresent(statements::add);
            }
        } else {
            reader.read(value, 0).ifPresent(statements::add);
        }
        return statements;
    }
}
