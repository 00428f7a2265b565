package io.plsim.policy.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.policy.document.PolicyType;
import io.plsim.policy.request.AuthorizationRequest;
import java.util.List;
import java.util.Locale;

/** A policy made from a request: most of its values match that request or miss it by little. */
final class NearPolicy {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "ArnEquals",
            "ArnLike",
            "ArnNotEquals",
            "ArnNotLike",
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "Bool",
            "BinaryEquals",
            "IpAddress",
            "NotIpAddress",
            "Null");

    private final Dice dice;
    private final PolicyType type;
    private final AuthorizationRequest request;

    NearPolicy(Dice dice, PolicyType type, AuthorizationRequest request) {
        this.dice = dice;
        this.type = type;
        this.request = request;
    }

    ObjectNode policy() {
        ObjectNode policy = JSON.objectNode();
        if (dice.percent(85)) {
            policy.put("Version", dice.percent(90) ? "2012-10-17" : "2008-10-17");
        }
        int count = dice.percent(5) ? 60 + dice.below(30) : dice.below(9);
        ArrayNode statements = policy.putArray("Statement");
        for (int i = 0; i < count; i++) {
            statements.add(statement(count));
        }
        return policy;
    }

    /** One statement; in a long policy most are about somebody else, or every policy would allow everything. */
    ObjectNode statement(int ofSoMany) {
        ObjectNode statement = JSON.objectNode();
        statement.put("Effect", dice.percent(75) ? "Allow" : "Deny");
        int hit = ofSoMany > 9 ? 55 : 88;
        if (type != PolicyType.IDENTITY) {
            principal(statement, hit);
        }
        values(statement, "Action", dice.percent(hit) ? request.action() : dice.one(RandomRequest.ACTIONS));
        values(statement, "Resource", dice.percent(hit) ? request.resource() : dice.one(RandomRequest.RESOURCES));
        int clauses = dice.percent(50) ? 0 : 1 + dice.below(3);
        for (int i = 0; i < clauses; i++) {
            condition(statement);
        }
        return statement;
    }

    private void principal(ObjectNode statement, int hit) {
        String element = dice.percent(12) ? "NotPrincipal" : "Principal";
        if (dice.percent(35)) {
            statement.put(element, "*");
            return;
        }
        ObjectNode kinds = statement.putObject(element);
        if (dice.percent(92)) {
            ArrayNode values = kinds.putArray("AWS");
            for (int i = dice.percent(3) ? 0 : 1 + dice.below(3); i > 0; i--) {
                values.add(aws(hit));
            }
        }
        if (dice.percent(15)) {
            kinds.put("Service", dice.one("x.amazonaws.com", "y.amazonaws.com"));
        }
        if (dice.percent(4)) {
            kinds.put("Federated", "cognito-identity.amazonaws.com");
        }
    }

    private String aws(int hit) {
        List<String> names = request.callerNames();
        if (names.size() > 1 && dice.percent(hit - 25)) {
            return dice.one(names).replace("/.../", dice.one("/", "/service-role/", "/a/b/"));
        }
        return dice.percent(12)
                ? "*"
                : dice.percent(20)
                        ? dice.one("111122223333", "444455556666")
                        : dice.one(RandomRequest.CALLERS).replace("t*o", "two");
    }

    private void values(ObjectNode statement, String name, String text) {
        ArrayNode values = JSON.arrayNode();
        boolean resource = name.equals("Resource");
        for (int i = dice.percent(3) ? 0 : 1 + dice.below(3); i > 0; i--) {
            String value = i == 1 ? text : dice.one(resource ? RandomRequest.RESOURCES : RandomRequest.ACTIONS);
            values.add(resource ? resource(value) : action(value));
        }
        statement.set(dice.percent(12) ? "Not" + name : name, values.size() == 1 ? values.get(0) : values);
    }

    private String action(String text) {
        return switch (dice.below(10)) {
            case 0 -> "*";
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> wildcarded(text, text.indexOf(':') + 1);
            case 3 -> wildcarded(text, 0);
            case 4 -> text.substring(0, text.indexOf(':') + 1) + "*";
            default -> text;
        };
    }

    private String resource(String text) {
        if (text.equals("*")) {
            return text;
        }
        String[] parts = text.split(":", 6);
        String head = text.substring(0, text.length() - parts[5].length());
        return switch (dice.below(12)) {
            case 0 -> "*";
            case 1 -> text + "*";
            case 2 -> head + wildcarded(parts[5], 0);
            case 3 -> "arn:" + wildcarded(parts[1] + ":" + parts[2], 0) + ":*:" + parts[5];
            case 4 -> head.replace(parts[3], wildcarded(parts[3], 0)) + parts[5];
            case 5 -> head + parts[5].replace("alice", "${aws:username}").replace("r1", "${k:absent, 'r1'}");
            case 6 -> head + parts[5].replace("r1", dice.one("${k:absent}", "${aws:PrincipalTag/team, 'r1'}", "r${?}"));
            case 7 -> "arn:aws:bedrock-agentcore:*";
            case 8 -> head.replace("111122223333", dice.one("${aws:PrincipalAccount}", "*", "1111*")) + parts[5];
            default -> text;
        };
    }

    /** The text with a star for some of it, or a question mark for one character, from an index on. */
    private String wildcarded(String text, int from) {
        if (text.length() <= from) {
            return text + "*";
        }
        int start = from + dice.below(text.length() - from);
        if (dice.percent(30)) {
            return text.substring(0, start) + "?" + text.substring(start + 1);
        }
        int end = start + dice.below(text.length() - start + 1);
        String wild = text.substring(0, start) + dice.one("*", "*", "**", "*?") + text.substring(end);
        return dice.percent(20) ? wildcarded(wild, from) : wild;
    }

    private void condition(ObjectNode statement) {
        String base = dice.one(OPERATORS);
        String operator = dice.percent(25) ? dice.one("ForAllValues:", "ForAnyValue:") + base : base;
        operator += dice.percent(20) && !base.equals("Null") ? "IfExists" : "";
        String key = dice.percent(75) ? keyFor(base) : dice.one(RandomRequest.KEYS);
        ObjectNode block = statement.withObjectProperty("Condition").withObjectProperty(operator);
        if (block.isEmpty()) {
            ArrayNode values = JSON.arrayNode();
            for (int i = dice.percent(4) ? 0 : 1 + dice.below(3); i > 0; i--) {
                values.add(conditionValue(base, key));
            }
            block.set(RandomRequest.spelled(key, dice), values.size() == 1 ? values.get(0) : values);
        }
    }

    private String keyFor(String operator) {
        if (operator.startsWith("String")) {
            return dice.one(
                    "aws:SourceVpce", "aws:PrincipalTag/team", "aws:RequestTag/Team", "aws:TagKeys", "aws:username");
        }
        if (operator.startsWith("Arn")) {
            return dice.one("k:arn", "aws:PrincipalArn");
        }
        if (operator.startsWith("Numeric")) {
            return "k:number";
        }
        return switch (operator) {
            case "Bool" -> dice.one("k:flag", "aws:PrincipalIsAWSService");
            case "BinaryEquals" -> "k:bytes";
            case "IpAddress", "NotIpAddress" -> "k:address";
            case "Null" -> dice.one(RandomRequest.KEYS);
            default -> "k:date";
        };
    }

    private String conditionValue(String operator, String key) {
        if (operator.equals("Null")) {
            return dice.one("true", "false", "TRUE", "maybe");
        }
        List<String> said = request.context().get(key);
        String value =
                said != null && !said.isEmpty() && dice.percent(55) ? dice.one(said) : RandomRequest.value(key, dice);
        if (operator.endsWith("IpAddress")) {
            return value + dice.one("", "/8", "/24", "/31", "/32", "/0", "/64", "/129", "/");
        }
        if (operator.startsWith("String") || operator.startsWith("Arn")) {
            return switch (dice.below(9)) {
                case 0 -> wildcarded(value, operator.startsWith("Arn") ? Math.min(12, value.length()) : 0);
                case 1 -> value + "*";
                case 2 -> value.toUpperCase(Locale.ROOT);
                case 3 -> value.replace("alice", "${aws:username}").replace("team", "${aws:PrincipalTag/team}");
                case 4 ->
                    dice.one("${AWS:UserName}", "${k:absent}", "${k:absent, 'alice'}", "${}", "${a b}", "plat${*}");
                case 5 -> value.replace("*", "${*}");
                default -> value;
            };
        }
        return value;
    }
}
