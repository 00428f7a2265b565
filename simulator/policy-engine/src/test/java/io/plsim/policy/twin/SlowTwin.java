package io.plsim.policy.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.plsim.policy.decision.Decision;
import io.plsim.policy.decision.Outcome;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.document.Readings;
import io.plsim.policy.document.Readings.AwsStar;
import io.plsim.policy.document.Readings.ToolSpellings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.Principal.AnonymousCaller;
import io.plsim.policy.request.Principal.AssumedRoleSession;
import io.plsim.policy.request.Principal.OAuthCaller;
import io.plsim.policy.request.Principal.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole of IAM evaluation, for reading and not for speed: works on the JSON and compiles nothing. */
public final class SlowTwin {
    private final JsonNode policy;
    private final PolicyType type;
    private final Readings readings;

    public SlowTwin(JsonNode policy, PolicyType type, Readings readings) {
        this.policy = policy;
        this.type = type;
        this.readings = readings;
    }

    /** Rule 16. */
    public Decision decide(AuthorizationRequest request) {
        List<Integer> allows = new ArrayList<>();
        List<Integer> denies = new ArrayList<>();
        List<JsonNode> statements = items(policy.get("Statement"));
        for (int i = 0; i < statements.size(); i++) {
            if (satisfied(statements.get(i), request)) {
                (denies(statements.get(i)) ? denies : allows).add(i);
            }
        }
        if (!denies.isEmpty()) {
            return new Decision(Outcome.EXPLICIT_DENY, denies);
        }
        return new Decision(allows.isEmpty() ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED, allows);
    }

    private boolean satisfied(JsonNode statement, AuthorizationRequest request) {
        Map<String, List<String>> context = request.context().asMap();
        return principal(statement, request)
                && action(statement, request.action())
                && resource(statement, request.resource(), context)
                && new SlowConditions(variables(), context).allTrue(statement.path("Condition"));
    }

    /** Rule 3. */
    private boolean variables() {
        return policy.path("Version").asText().equals("2012-10-17");
    }

    private static boolean denies(JsonNode statement) {
        return statement.get("Effect").asText().equals("Deny");
    }

    /** Rules 20 to 34. */
    private boolean principal(JsonNode statement, AuthorizationRequest request) {
        if (type == PolicyType.IDENTITY) {
            return true;
        }
        boolean not = statement.has("NotPrincipal");
        JsonNode element = statement.get(not ? "NotPrincipal" : "Principal");
        Principal caller = request.principal();
        if (element.isTextual()) {
            return !not || denies(statement) && request.hasPermissionsBoundary();
        }
        boolean empty = true;
        boolean listed = false;
        for (Map.Entry<String, JsonNode> kind : element.properties()) {
            for (String value : texts(kind.getValue())) {
                empty = false;
                listed |= covers(kind.getKey(), value, caller);
            }
        }
        if (not && denies(statement) && request.hasPermissionsBoundary()) {
            return !empty;
        }
        return !empty && listed != not;
    }

    private boolean covers(String kind, String value, Principal caller) {
        if (kind.equals("Service")) {
            return caller instanceof ServicePrincipal service
                    && service.service().equals(value);
        }
        if (!kind.equals("AWS")) {
            return false;
        }
        if (value.equals("*")) {
            boolean unsigned = caller instanceof AnonymousCaller;
            boolean bearer = caller instanceof OAuthCaller;
            return readings.awsStar() == AwsStar.EVERYONE || !bearer && (!unsigned || type == PolicyType.RESOURCE);
        }
        String arn = caller.arn().orElse("");
        String account = caller.accountId().orElse("");
        if (arn.isEmpty()) {
            return false;
        }
        String partition = arn.split(":")[1];
        if (value.equals(account) || value.equals("arn:" + partition + ":iam::" + account + ":root")) {
            return true;
        }
        if (caller instanceof AssumedRoleSession session && value.contains(":role/")) {
            Optional<String> role = session.roleArn();
            return role.isPresent()
                    ? role.get().equals(value)
                    : value.startsWith("arn:" + partition + ":iam::" + account + ":role/")
                            && value.endsWith("/" + session.roleName());
        }
        return value.equals(arn);
    }

    /** Rules 35 to 38. */
    private static boolean action(JsonNode statement, String asked) {
        boolean not = statement.has("NotAction");
        List<String> values = texts(statement.get(not ? "NotAction" : "Action"));
        return !values.isEmpty() && values.stream().anyMatch(value -> covers(value, asked)) != not;
    }

    private static boolean covers(String value, String asked) {
        if (value.equals("*") || value.equalsIgnoreCase(asked)) {
            return true;
        }
        String[] wanted = value.toLowerCase(Locale.ROOT).split(":", 2);
        String[] its = asked.toLowerCase(Locale.ROOT).split(":", 2);
        return wanted.length == 2
                && its.length == 2
                && wanted[0].equals(its[0])
                && SlowText.without(wanted[1]).like(its[1]);
    }

    /** Rules 40 to 49, and the two spellings of rule 15. */
    private boolean resource(JsonNode statement, String asked, Map<String, List<String>> context) {
        boolean not = statement.has("NotResource");
        List<String> values = texts(statement.get(not ? "NotResource" : "Resource"));
        List<Optional<SlowText>> patterns =
                values.stream().map(value -> pattern(value, context)).toList();
        boolean listed = patterns.stream()
                .flatMap(Optional::stream)
                .anyMatch(pattern -> spellings(asked).anyMatch(pattern::covers));
        if (not) {
            return !values.isEmpty() && !listed && patterns.stream().allMatch(Optional::isPresent);
        }
        return listed;
    }

    private Optional<SlowText> pattern(String value, Map<String, List<String>> context) {
        String[] parts = value.split(":", 6);
        if (!variables() || parts.length < 6 || !parts[5].contains("${")) {
            return Optional.of(SlowText.without(value));
        }
        // A variable counts in the last part only; before it there is nothing but the characters of the text.
        return SlowText.with(parts[5], context)
                .map(last -> last.after(value.substring(0, value.length() - parts[5].length())));
    }

    private Stream<String> spellings(String resource) {
        String[] parts = resource.split(":", 6);
        boolean tool = parts.length == 6
                && parts[2].equals("bedrock-agentcore")
                && !parts[4].equals("aws")
                && parts[5].matches("(browser|code-interpreter)(-custom)?/(?s:.*)");
        if (!tool || readings.toolSpellings() == ToolSpellings.REFERENCE_ONLY) {
            return Stream.of(resource);
        }
        String head = resource.substring(0, resource.length() - parts[5].length());
        String plain = parts[5].replaceFirst("-custom/", "/");
        return Stream.of(head + plain, head + plain.replaceFirst("/", "-custom/"));
    }

    /** One text or a list of them; numbers and booleans in their text form (rules 4 and 10). */
    static List<String> texts(JsonNode value) {
        return items(value).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> items(JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(items::add);
        } else {
            items.add(value);
        }
        return items;
    }
}
