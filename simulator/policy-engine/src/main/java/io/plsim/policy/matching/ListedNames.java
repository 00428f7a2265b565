package io.plsim.policy.matching;

import io.plsim.policy.document.PrincipalElement.Entry;
import io.plsim.policy.request.CallerNames;
import java.util.List;

/**
 * The names that one principal value of a policy stands for; a caller that has one of them
 * ({@link io.plsim.policy.request.AuthorizationRequest#callerNames}) is covered. All of IAM's principal rules are in these
 * two lists: an account is every user, role and session of it, a role is its sessions, everything else is itself.
 */
final class ListedNames {
    private ListedNames() {}

    static List<String> of(Entry entry) {
        String text = entry.value().text();
        return switch (entry.kind()) {
            case AWS -> aws(text);
            case SERVICE -> List.of(text);
            // "*" is no name; a federated or canonical principal never calls AgentCore as such.
            case EVERYONE, FEDERATED, CANONICAL_USER -> List.of();
        };
    }

    private static List<String> aws(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length == 6 && parts[5].startsWith("role/")) {
            String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
            return List.of(text, CallerNames.roleOfUnknownPath(parts[1], parts[4], name));
        }
        // A unique id (AIDA..., AROA...) stands for something deleted: no caller has it as a name.
        return text.equals("*") ? List.of() : List.of(text);
    }
}
