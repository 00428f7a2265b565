package io.plsim.server.operation;

import io.plsim.server.awserror.AwsError;
import io.plsim.server.awserror.Refusal;
import io.plsim.server.inbound.EndpointService;
import io.plsim.server.inbound.InboundRequest;
import io.plsim.server.operation.Resolution.NotModelled;
import io.plsim.server.operation.Resolution.Reason;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of AgentCore operations: from a request to its operation and the questions a policy is asked. Its data
 * is in {@code operations.json} and {@code control-plane.json}. Immutable once loaded; safe to share between threads.
 *
 * <p>Follows the service model (paths) and the service authorization reference (actions, resource types):
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-agentcore.html
 */
public final class OperationCatalog {
    private static final Refusal UNKNOWN =
            Refusal.of(AwsError.UNKNOWN_OPERATION, "The requested operation is not recognized by the service.");

    private final PathTrie<Route> dataPlane = new PathTrie<>();
    private final PathTrie<Route> gateway = new PathTrie<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, String> notModelled = new LinkedHashMap<>();
    private final NearestOperation nearest = new NearestOperation();

    /** Where a path leads: to an entry, or (without one) to the reason why there is none. */
    private record Route(@Nullable CatalogEntry entry, List<String> labelNames, String name, Reason reason) {}

    OperationCatalog() {}

    /** Loads the catalogue that is part of the product. */
    public static OperationCatalog load() {
        return CatalogReader.read();
    }

    /** Every operation that is modelled, in the order of the file. */
    public Collection<Operation> operations() {
        return Collections.unmodifiableCollection(operations.values());
    }

    /** The operations that are known but not modelled, each with the reason. */
    public Map<String, String> notModelled() {
        return Collections.unmodifiableMap(notModelled);
    }

    /**
     * Finds out what a request asks for. The body is received only when a question depends on it.
     *
     * @throws IOException when the body cannot be received
     */
    public Resolution resolve(InboundRequest request, ResolutionContext context) throws IOException {
        PathTrie.Match<Route> match = routes(request.service()).find(request.method(), request.rawPath());
        if (match == null) {
            return new NotModelled(
                    Reason.UNKNOWN_OPERATION,
                    null,
                    nearest.to(request.service(), request.method(), request.rawPath()),
                    UNKNOWN);
        }
        Route route = match.target();
        if (route.entry() == null) {
            return new NotModelled(route.reason(), route.name(), null, UNKNOWN);
        }
        return route.entry().resolve(request, route.labelNames(), match.rawLabels(), context);
    }

    void add(CatalogEntry entry, EndpointService service, List<String> requests) {
        String name = entry.operation().name();
        if (operations.putIfAbsent(name, entry.operation()) != null) {
            throw new IllegalArgumentException(name + " is in the catalogue twice");
        }
        for (String request : requests) {
            add(service, request, new Route(entry, labelNames(request), name, Reason.NOT_MODELLED));
            nearest.add(name, service, method(request), path(request));
        }
    }

    void addNotModelled(String name, String reason, @Nullable String request) {
        notModelled.put(name, reason);
        if (request != null) {
            add(EndpointService.DATA_PLANE, request, new Route(null, List.of(), name, Reason.NOT_MODELLED));
        }
    }

    /** A control-plane request; the data plane's own routes come first, and a trailing slash makes no difference. */
    void addControlPlane(String name, String request) {
        String path = path(request);
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String template : List.of(bare, bare + "/")) {
            if (!dataPlane.contains(method(request), template)) {
                dataPlane.add(
                        method(request), template, new Route(null, List.of(), name, Reason.CONTROL_PLANE_OPERATION));
            }
        }
    }

    private void add(EndpointService service, String request, Route route) {
        routes(service).add(method(request), path(request), route);
    }

    private PathTrie<Route> routes(EndpointService service) {
        return service == EndpointService.GATEWAY ? gateway : dataPlane;
    }

    private static List<String> labelNames(String request) {
        return PathTrie.labelNames(path(request));
    }

    private static String method(String request) {
        return request.substring(0, request.indexOf(' '));
    }

    private static String path(String request) {
        return request.substring(request.indexOf(' ') + 1);
    }
}
