package io.plsim.server.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource type of the service authorization reference: how its ARN is written and how requests name it.
 *
 * @param name such as {@code memory}
 * @param template the resource part of its ARN, with {@code {id}} and perhaps {@code {name}}
 * @param naming how requests name it
 * @param ending the ending that may follow the id in an ARN, such as {@code harness-endpoint}; empty for none
 * @param system full ARN templates of the service's own resources by id, or by the beginning of it and a star
 */
record ResourceType(String name, String template, Naming naming, String ending, Map<String, String> system) {

    /** How requests name a resource. */
    enum Naming {
        ID,
        ARN,
        ARN_OR_ID,
        /** By ARN, or by id where the query has {@code accountId}. */
        RUNTIME,
        /** By the first label of the Host. */
        HOST,
        /** There is one only. */
        ALONE
    }

    /** A resource that a request names: its ARN and its bare id. */
    record Named(String arn, String id) {}

    /** Turns what the request says into an ARN. */
    Named named(@Nullable ValueSource id, @Nullable ValueSource name, RequestValues values, ResolutionContext context)
            throws MalformedRequestException {
        String given = given(id, values);
        String where = id == null ? this.name : id.place();
        String second = name == null ? "" : requireId(name.read(values), name.place());
        boolean byArn = naming == Naming.ARN
                || ((naming == Naming.ARN_OR_ID || naming == Naming.RUNTIME) && given.startsWith("arn:"));
        if (byArn) {
            return fromArn(AgentCoreArn.parse(given, where), second, where, values);
        }
        requireId(given, where);
        String account = naming == Naming.RUNTIME ? accountOf(values) : context.accountOfBareIds();
        String own = systemTemplate(given);
        String arn = own == null
                ? "arn:" + context.partition() + ":bedrock-agentcore:" + context.region() + ":" + account + ":"
                        + filled(given, second)
                : own.replace("{partition}", context.partition())
                        .replace("{region}", context.region())
                        .replace("{id}", given);
        return new Named(arn, given);
    }

    private String given(@Nullable ValueSource id, RequestValues values) throws MalformedRequestException {
        if (naming == Naming.HOST) {
            return values.gatewayId();
        }
        if (id == null) {
            return "default";
        }
        String given = id.read(values);
        if (given == null) {
            throw new MalformedRequestException("'" + id.place() + "' is required");
        }
        return given;
    }

    /** An ARN that the caller names keeps its own partition, Region and account: the question is about that resource. */
    private Named fromArn(AgentCoreArn arn, String name, String where, RequestValues values)
            throws MalformedRequestException {
        String start = template.substring(0, template.indexOf('{'));
        if (!arn.resource().startsWith(start)) {
            throw new MalformedRequestException(where + " is not the ARN of a " + start.replace("/", ""));
        }
        String id = arn.resource().substring(start.length());
        String endpoint = name;
        int slash = ending.isEmpty() ? -1 : id.indexOf("/" + ending + "/");
        if (slash >= 0) {
            endpoint = requireId(id.substring(slash + ending.length() + 2), where);
            id = id.substring(0, slash);
        }
        requireId(id, where);
        String accountId = naming == Naming.RUNTIME ? values.query("accountId") : null;
        if (accountId != null && !accountId.equals(arn.account())) {
            throw new MalformedRequestException("'accountId' differs from the account of the ARN");
        }
        return new Named(
                "arn:" + arn.partition() + ":bedrock-agentcore:" + arn.region() + ":" + arn.account() + ":"
                        + filled(id, endpoint),
                id);
    }

    private static String accountOf(RequestValues values) throws MalformedRequestException {
        String accountId = values.query("accountId");
        if (accountId == null || !AgentCoreArn.isAccount(accountId)) {
            throw new MalformedRequestException(
                    "'accountId' with an account id is required when the runtime is not named by its ARN");
        }
        return accountId;
    }

    private static String requireId(@Nullable String text, String where) throws MalformedRequestException {
        if (text == null || !AgentCoreArn.isId(text)) {
            throw new MalformedRequestException("'" + where + "' is not a valid identifier");
        }
        return text;
    }

    private String filled(String id, String name) {
        return template.replace("{id}", id).replace("{name}", name);
    }

    private @Nullable String systemTemplate(String id) {
        for (Map.Entry<String, String> entry : system.entrySet()) {
            String key = entry.getKey();
            boolean its = key.endsWith("*") ? id.startsWith(key.substring(0, key.length() - 1)) : id.equals(key);
            if (its) {
                return entry.getValue();
            }
        }
        return null;
    }
}
