package io.plsim.policy.twin;

import io.plsim.policy.document.Readings;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.policy.request.MalformedRequestException;
import io.plsim.policy.request.Principal;
import io.plsim.policy.request.PrincipalKeys;
import io.plsim.policy.request.Principals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request of which every part is one of a few, so that policies for others nearly match it. */
final class RandomRequest {
    private static final String RUNTIME = "arn:aws:bedrock-agentcore:us-east-1:111122223333:";

    static final List<String> ACTIONS = List.of(
            "bedrock-agentcore:InvokeAgentRuntime",
            "bedrock-agentcore:InvokeAgentRuntimeForUser",
            "bedrock-agentcore:InvokeGateway",
            "bedrock-agentcore:GetMemoryRecord",
            "bedrock-agentcore:StartBrowserSession",
            "bedrock:InvokeModel",
            "s3:GetObject",
            "s3:a:b",
            "noPrefix");

    static final List<String> RESOURCES = List.of(
            RUNTIME + "runtime/r1",
            RUNTIME + "runtime/r1/runtime-endpoint/DEFAULT",
            RUNTIME + "runtime/r1:2",
            RUNTIME + "runtime/r*",
            RUNTIME + "runtime/alice",
            RUNTIME + "memory/m-1",
            RUNTIME + "browser/b1",
            RUNTIME + "browser-custom/b1",
            RUNTIME + "code-interpreter/b1",
            RUNTIME + "code-interpreter-custom/b1",
            "arn:aws:bedrock-agentcore:us-east-1:aws:browser/b1",
            "arn:aws:bedrock-agentcore:eu-central-1:444455556666:runtime/r1",
            "arn:aws-cn:bedrock-agentcore:cn-north-1:111122223333:runtime/r1",
            "arn:aws:s3:::bucket/a/b",
            "*");

    static final List<String> CALLERS = List.of(
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:user/division/alice",
            "arn:aws:iam::111122223333:user/bob",
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::111122223333:role/agent",
            "arn:aws:iam::111122223333:role/service-role/agent",
            "arn:aws:sts::111122223333:assumed-role/agent/one",
            "arn:aws:sts::111122223333:assumed-role/agent/t*o",
            "arn:aws:sts::111122223333:federated-user/alice",
            "arn:aws:iam::444455556666:user/alice",
            "arn:aws:sts::444455556666:assumed-role/agent/one",
            "arn:aws-cn:iam::111122223333:user/alice");

    /** Keys with values of every kind of operator; the values of one kind are near to each other. */
    static final List<String> KEYS = List.of(
            "aws:SourceVpce",
            "aws:PrincipalTag/team",
            "aws:RequestTag/Team",
            "aws:TagKeys",
            "k:number",
            "k:date",
            "k:flag",
            "k:bytes",
            "k:address",
            "k:arn",
            "aws:PrincipalArn",
            "aws:username",
            "aws:PrincipalAccount",
            "k:absent");

    private RandomRequest() {}

    static AuthorizationRequest of(Dice dice, Readings readings) {
        Principal caller = caller(dice);
        ContextKeys.Builder keys = ContextKeys.builder();
        for (String key : KEYS) {
            if (!key.equals("k:absent") && dice.percent(key.startsWith("aws:Principal") ? 15 : 60)) {
                int count = dice.percent(key.equals("aws:TagKeys") ? 70 : 8) ? dice.below(4) : 1;
                for (int i = 0; i < count; i++) {
                    keys.add(spelled(key, dice), value(key, dice));
                }
                if (count == 0) {
                    keys.put(key, List.of());
                }
            }
        }
        return new AuthorizationRequest(
                caller,
                dice.one(ACTIONS),
                dice.one(RESOURCES),
                PrincipalKeys.complete(keys.build(), caller, readings.oauthPrincipalKeys()),
                dice.percent(5));
    }

    /** A name in some mixture of cases. */
    static String spelled(String key, Dice dice) {
        return dice.percent(80) ? key : dice.percent(50) ? key.toLowerCase(Locale.ROOT) : key.toUpperCase(Locale.ROOT);
    }

    /** A value that a key may have, sometimes one that its operators cannot read. */
    static String value(String key, Dice dice) {
        if (dice.percent(4)) {
            return dice.one("", "*", "a?c", "${aws:username}", "alice", "10abc");
        }
        return switch (key) {
            case "k:number" -> dice.one("10", "10.0", "10.5", "-3", "010", "1e1", "99999999999999999999", ".5", "+10");
            case "k:date" ->
                dice.one(
                        "2026-11-24T00:00:00Z",
                        "2026-11-24",
                        "2026-11",
                        "2026",
                        "1795478400",
                        "-1",
                        "1969-12-31T23:59:59Z",
                        "2026-11-24T01:00:00+01:00",
                        "2026-11-24T00:00:00.5",
                        "0",
                        "2026-13-01");
            case "k:flag" -> dice.one("true", "false", "TRUE", "False", "yes");
            case "k:bytes" -> dice.one("QUJD", "QUJE", "QUI=", "QUI", "Q");
            case "k:address" ->
                dice.one(
                        "10.0.0.25", "10.0.1.25", "192.168.0.1", "2001:db8::1", "2001:0DB8:0:0::0001", "::1", "10.0.0");
            case "k:arn", "aws:PrincipalArn" -> dice.one(dice.one(CALLERS), dice.one(RESOURCES), "arn:aws:s3:::b");
            case "aws:PrincipalAccount" -> dice.one("111122223333", "444455556666");
            case "aws:SourceVpce" -> dice.one("vpce-0a1b2c3d4e5f60718", "vpce-0a1b2c3d4e5f60719");
            case "aws:username" -> dice.one("alice", "Alice", "bob");
            default -> dice.one("platform-blue", "platform-green", "Platform-Blue", "platform-*", "alice");
        };
    }

    private static Principal caller(Dice dice) {
        if (dice.percent(25)) {
            return dice.one(
                    new Principal.OAuthCaller(),
                    new Principal.AnonymousCaller(),
                    new Principal.ServicePrincipal("x.amazonaws.com"));
        }
        String arn = dice.one(CALLERS);
        boolean roleKnown = arn.contains(":assumed-role/") && dice.percent(50);
        String account = arn.split(":")[4];
        Optional<String> role = roleKnown
                ? Optional.of("arn:aws:iam::" + account + ":role/" + dice.one("", "service-role/") + "agent")
                : Optional.empty();
        try {
            return Principals.fromArn(arn, role);
        } catch (MalformedRequestException mistyped) {
            throw new IllegalStateException(mistyped);
        }
    }
}
