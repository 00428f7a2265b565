package io.plsim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.OperationReadings.Reading;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Reason;
import io.plsim.server.operation.Resolution.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the catalogue with everything that turns one of its requests into questions.
 *
 * @param notJudged the reading under which the policy is not asked about it; null for all but the gateway's metadata
 */
record CatalogEntry(
        Operation operation,
        List<QuestionTemplate> questions,
        BodyShape body,
        @Nullable Reading notJudged) {

    Resolution resolve(
            InboundRequest request, List<String> labelNames, List<String> rawLabels, ResolutionContext context)
            throws IOException {
        try {
            Map<String, String> labels = labels(labelNames, rawLabels);
            Map<String, String> query = QueryParameters.parse(request.rawQuery());
            RequestValues values = new RequestValues(
                    labels, query, request.headers(), body(request), GatewayHost.id(request, context));
            return resolved(labels, query, values, context);
        } catch (MalformedRequestException malformed) {
            return new NotModelled(
                    Reason.MALFORMED_REQUEST,
                    operation.name(),
                    null,
                    Refusal.of(AwsError.VALIDATION, malformed.text()));
        }
    }

    private Resolution resolved(
            Map<String, String> labels, Map<String, String> query, RequestValues values, ResolutionContext context)
            throws MalformedRequestException {
        Set<Question> asked = new LinkedHashSet<>();
        String resourceId = null;
        for (QuestionTemplate template : questions) {
            for (QuestionTemplate.Asked one : template.ask(values, context)) {
                asked.add(one.question());
                resourceId = resourceId == null ? one.resourceId() : resourceId;
            }
        }
        boolean judged = notJudged == null || !context.readings().chosen(notJudged);
        if (judged && asked.isEmpty()) {
            throw new MalformedRequestException("The request names nothing that could be authorized");
        }
        if (resourceId == null && operation.resourceKind() == Operation.ResourceKind.GATEWAY) {
            resourceId = values.gatewayId();
        }
        return new Resolved(operation, labels, query, Optional.ofNullable(resourceId), List.copyOf(asked), judged);
    }

    private static Map<String, String> labels(List<String> names, List<String> raw) throws MalformedRequestException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String where = "'" + names.get(i) + "' in the path";
            String label = PercentEncoding.decode(raw.get(i), where);
            if (label.equals(".") || label.equals("..")) {
                throw new MalformedRequestException(where + " is not a valid identifier");
            }
            labels.put(names.get(i), label);
        }
        return labels;
    }

    /** The members of the body that the questions need; a body that none needs is not touched. */
    private JsonNode body(InboundRequest request) throws IOException, MalformedRequestException {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        request.body().sha256Hex(); // Receives it whole, so that the forwarder can read it again.
        try (InputStream in = request.body().open()) {
            return body.read(in);
        }
    }
}
