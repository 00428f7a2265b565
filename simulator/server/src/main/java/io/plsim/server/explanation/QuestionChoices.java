package io.plsim.server.explanation;

import io.plsim.policy.decision.Outcome;
import io.plsim.policy.explanation.Choice;
import io.plsim.policy.request.AuthorizationRequest;
import io.plsim.policy.request.ContextKeys;
import io.plsim.server.authentication.Caller;
import io.plsim.server.decisionlog.DecisionRecord;
import io.plsim.server.decisionlog.DecisionRecord.Asked;
import io.plsim.server.decisionlog.DecisionRecord.Judgement;
import io.plsim.server.operation.Operation.CredentialRule;
import io.plsim.server.operation.OperationCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The readings of what a request asks that its outcome hangs on: the questions are put once more as the other reading
 * would have them. Where the record does not know a name of the other question, the usual one is taken.
 */
final class QuestionChoices {
    private static final Set<String> BROWSER_STREAMS =
            Set.of("ConnectBrowserAutomationStream", "ConnectBrowserLiveViewStream", "ListBrowserSessions");
    private static final String START_SESSION = "bedrock-agentcore:StartCodeInterpreterSession";

    private final DecisionRecord record;
    private final Judgement judgement;
    private final List<AuthorizationRequest> questions;
    private final List<Choice> choices = new ArrayList<>();

    QuestionChoices(DecisionRecord record, Judgement judgement) {
        this.record = record;
        this.judgement = judgement;
        this.questions = judgement.questions().stream().map(Asked::question).toList();
    }

    List<Choice> find() {
        runtimeEndpoint();
        startSession();
        browserStreams();
        identityParents();
        resourceOwner();
        gatewayMetadata();
        bearer();
        return choices;
    }

    private void bearer() {
        Caller caller = record.caller();
        boolean signedOnly = caller != null
                && caller.kind() == Caller.Kind.OAUTH
                && OperationCatalog.load().operations().stream()
                        .anyMatch(operation -> operation.name().equals(record.operation())
                                && operation.credentials() == CredentialRule.SIGV4);
        if (signedOnly) {
            choices.add(new Choice(
                    "bearerOnEveryOperation",
                    "true",
                    "false",
                    "a refusal before the policy is asked",
                    "AWS's pages disagree on whether this operation takes a bearer token."));
        }
    }

    private void runtimeEndpoint() {
        boolean asked = questions.stream().anyMatch(question -> isEndpoint(question.resource()));
        List<AuthorizationRequest> other = new ArrayList<>();
        for (AuthorizationRequest question : questions) {
            if (!isEndpoint(question.resource())) {
                other.add(question);
                String endpoint = endpointOf(question);
                if (!asked && !endpoint.isEmpty()) {
                    other.add(about(question, question.action(), endpoint, question.context()));
                }
            }
        }
        add(
                "runtimeEndpointToo",
                asked,
                other,
                "AWS's pages disagree on whether a policy is also asked about the endpoint of a runtime"
                        + " (runtime/ID/runtime-endpoint/NAME).");
    }

    private static boolean isEndpoint(String resource) {
        return resource.contains("/runtime-endpoint/") || resource.contains("/harness-endpoint/");
    }

    private static String endpointOf(AuthorizationRequest question) {
        String resource = question.resource();
        if (question.action().endsWith(":GetRuntimeProtectedResourceMetadata")) {
            return "";
        }
        if (resource.contains(":runtime/")) {
            return resource + "/runtime-endpoint/DEFAULT";
        }
        boolean harness = resource.contains(":harness/") && question.action().endsWith(":InvokeHarness");
        return harness ? resource + "/harness-endpoint/DEFAULT" : "";
    }

    private void startSession() {
        if (!"InvokeCodeInterpreter".equals(record.operation())) {
            return;
        }
        List<AuthorizationRequest> invoke = questions.stream()
                .filter(question -> !question.action().equals(START_SESSION))
                .toList();
        boolean asked = invoke.size() < questions.size();
        List<AuthorizationRequest> other = new ArrayList<>(invoke);
        if (!asked) {
            invoke.forEach(
                    question -> other.add(about(question, START_SESSION, question.resource(), question.context())));
        }
        add(
                "startSessionToo",
                asked,
                other,
                "AWS does not say whether invoking a code interpreter without naming a session also asks for"
                        + " StartCodeInterpreterSession.");
    }

    private void browserStreams() {
        if (BROWSER_STREAMS.contains(Objects.toString(record.operation(), ""))
                && questions.stream().noneMatch(question -> question.resource().equals("*"))) {
            add(
                    "browserStreamsOnBrowser",
                    true,
                    questions.stream()
                            .map(question -> about(question, question.action(), "*", question.context()))
                            .toList(),
                    "AWS's pages disagree on whether this operation is asked about the browser or about \"*\".");
        }
    }

    private void identityParents() {
        List<AuthorizationRequest> identities = questions.stream()
                .filter(question -> question.resource().contains("/workload-identity/"))
                .toList();
        if (identities.isEmpty()) {
            return;
        }
        boolean asked = identities.size() < questions.size();
        List<AuthorizationRequest> other = new ArrayList<>(identities);
        if (!asked) {
            for (AuthorizationRequest question : identities) {
                String resource = question.resource();
                String directory = resource.substring(0, resource.indexOf("/workload-identity/"));
                other.add(about(question, question.action(), directory, question.context()));
            }
        }
        add(
                "identityParentsToo",
                asked,
                other,
                "AWS's pages disagree on whether an identity operation is asked about the workload identity alone or also"
                        + " about its directory, the token vault and the provider.");
    }

    private void resourceOwner() {
        String path = record.arrival().path().toLowerCase(Locale.ROOT);
        Caller caller = record.caller();
        if (caller == null || caller.accountId().isEmpty() || path.contains("arn%3a") || path.contains("arn:")) {
            return;
        }
        String account = caller.accountId().get();
        List<AuthorizationRequest> other = new ArrayList<>();
        for (AuthorizationRequest question : questions) {
            String[] fields = question.resource().split(":", 6);
            if (fields.length == 6 && !fields[4].isEmpty() && !fields[4].equals("aws")) {
                fields[4] = account;
                ContextKeys context = ContextKeys.builder()
                        .putAll(question.context().asMap())
                        .put("aws:ResourceAccount", account)
                        .build();
                other.add(about(question, question.action(), String.join(":", fields), context));
            } else {
                other.add(question);
            }
        }
        addNamed(
                "resourceOwner",
                "configuration",
                "caller",
                outcome(other),
                "AWS does not say whose a resource is that a request names by a bare id.");
    }

    private void gatewayMetadata() {
        if ("GatewayProtectedResourceMetadata".equals(record.operation())) {
            addNamed(
                    "gatewayMetadataJudged",
                    "true",
                    "false",
                    Outcome.ALLOWED,
                    "AWS does not say whether the unsigned metadata of a gateway is judged by the endpoint policy.");
        }
    }

    private void add(String name, boolean inForce, List<AuthorizationRequest> other, String sentence) {
        if (!other.isEmpty() && !other.equals(questions)) {
            addNamed(name, Boolean.toString(inForce), Boolean.toString(!inForce), outcome(other), sentence);
        }
    }

    private void addNamed(String name, String chosen, String other, Outcome otherOutcome, String sentence) {
        if (otherOutcome != outcome(questions)) {
            choices.add(new Choice(name, chosen, other, otherOutcome.text(), sentence));
        }
    }

    /** What the policy says to all of these: the first that is not allowed decides. */
    private Outcome outcome(List<AuthorizationRequest> asked) {
        for (AuthorizationRequest question : asked) {
            Outcome outcome = judgement.policy().decide(question).outcome();
            if (outcome != Outcome.ALLOWED) {
                return outcome;
            }
        }
        return Outcome.ALLOWED;
    }

    private static AuthorizationRequest about(
            AuthorizationRequest question, String action, String resource, ContextKeys context) {
        return new AuthorizationRequest(
                question.principal(), action, resource, context, question.hasPermissionsBoundary());
    }
}
