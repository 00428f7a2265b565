package io.plsim.policy.document;

import io.plsim.policy.document.JsonValue.Member;
import io.plsim.policy.document.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements that an object of the policy language may have; their names are exact, case and all. */
enum ElementNames {
    POLICY("A policy", List.of("Version", "Id", "Statement")),
    STATEMENT(
            "A statement",
            List.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition"));

    private final String what;
    private final List<String> names;

    ElementNames(String what, List<String> names) {
        this.what = what;
        this.names = names;
    }

    /** The known elements; a name that is wrong in case alone is reported and read on as what it means. */
    List<Member> read(Members object, Findings findings) {
        Set<String> present = object.members().stream().map(Member::name).collect(Collectors.toSet());
        List<Member> known = new ArrayList<>();
        for (Member member : object.members()) {
            if (names.contains(member.name())) {
                known.add(member);
                continue;
            }
            Optional<String> meant = names.stream()
                    .filter(name -> name.equalsIgnoreCase(member.name()) && present.add(name))
                    .findFirst();
            findings.misspelt(
                    DocumentError.UNKNOWN_ELEMENT,
                    member.place(),
                    what + " has no element \"" + member.name() + "\"; it has " + String.join(", ", names) + ".",
                    meant.orElse(null));
            meant.ifPresent(name -> known.add(new Member(name, member.place(), member.value())));
        }
        return known;
    }
}
