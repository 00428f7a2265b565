package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.sigv4.CanonicalQuery;
import io.plsim.server.authentication.sigv4.CanonicalQuery.Parameter;
import io.plsim.server.authentication.sigv4.Escapes;
import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import io.plsim.server.inbound.InboundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Method, path and query, signed otherwise. */
final class TargetVariations {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS");
    /** A query of more parameters is no likely mistake, and trying each one would cost too much. */
    private static final int MOST_PARAMETERS = 16;

    private TargetVariations() {}

    static List<Variation> of(Attempt base, InboundRequest request) {
        List<Variation> all = new ArrayList<>();
        paths(all, request);
        queries(all, request.rawQuery() == null ? "" : request.rawQuery());
        for (String method : METHODS) {
            all.add(new Variation(
                    "METHOD_CHANGED",
                    Room.METHOD,
                    "the method is " + method + " instead of "
                            + base.canonical().method(),
                    "Something between client and endpoint changed the method, or the client signed another one.",
                    attempt -> attempt.with(attempt.canonical().withMethod(method))));
        }
        all.add(new Variation(
                "METHOD_LOWER_CASE",
                Room.METHOD,
                "the method is written in lower case",
                "The canonical request has the method in capitals.",
                attempt -> attempt.with(attempt.canonical()
                        .withMethod(attempt.canonical().method().toLowerCase(Locale.ROOT)))));
        return all;
    }

    private static void paths(List<Variation> all, InboundRequest request) {
        String raw = request.rawPath();
        String decoded = Escapes.unescape(raw);
        path(
                all,
                "PATH_ENCODED_ONCE",
                "the path is encoded once",
                "Every service but S3 encodes the path of the URL a second time; curl does so from 8.9.0 on,"
                        + " with older ones use an id and accountId instead of an ARN.",
                raw);
        path(
                all,
                "PATH_ENCODED_ONCE",
                "the path is decoded and encoded once",
                "Every service but S3 encodes the path of the URL a second time.",
                Escapes.escape(decoded, true));
        path(
                all,
                "PATH_NOT_ENCODED",
                "the path is not encoded at all",
                "Sign the path as it is in the URL, each of its segments encoded once more.",
                decoded);
        path(
                all,
                "PATH_SLASH_ENCODED",
                "the slashes of the path are encoded too",
                "The slashes between segments stay as they are.",
                Escapes.escape(raw, false));
        path(
                all,
                "PATH_ENCODED_THREE_TIMES",
                "the path is encoded three times",
                "The client encodes a path that is encoded already.",
                Escapes.escape(Escapes.escape(raw, true), true));
        String other = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw + "/";
        path(
                all,
                "PATH_TRAILING_SLASH",
                raw.endsWith("/") ? "the path has no slash at its end" : "the path has a slash at its end",
                "A proxy or URL builder changed the end of the path.",
                Escapes.escape(other.isEmpty() ? "/" : other, true));
        request.headers()
                .first("X-Forwarded-Prefix")
                .ifPresent(prefix -> path(
                        all,
                        "PATH_PREFIX",
                        "the path begins with the X-Forwarded-Prefix",
                        "A proxy took a prefix off the path that the client signed.",
                        Escapes.escape(prefix + raw, true)));
    }

    private static void path(List<Variation> all, String code, String condition, String advice, String canonical) {
        all.add(new Variation(
                code,
                Room.PATH,
                condition,
                advice,
                attempt -> attempt.with(attempt.canonical().withPath(canonical))));
    }

    private static void queries(List<Variation> all, String raw) {
        List<Parameter> parameters = new ArrayList<>(CanonicalQuery.parameters(raw));
        boolean presigned = parameters.removeIf(parameter -> parameter.name().equals("X-Amz-Signature"));
        String unsigned = raw.replaceAll("(^|&)X-Amz-Signature=[^&]*", "").replaceAll("^&", "");
        query(
                all,
                "QUERY_NOT_SORTED",
                "the query is taken in the order it was sent",
                "The parameters must be sorted by name.",
                String.join("&", parameters.stream().map(Parameter::text).toList()));
        query(
                all,
                "QUERY_NOT_CANONICAL",
                "the query is taken exactly as it was sent",
                "Sort the parameters, escape everything but letters, digits and -_.~, and write name= for a bare name.",
                unsigned);
        query(
                all,
                "QUERY_PLUS_AS_BLANK",
                "a plus sign in the query means a blank",
                "In a query that is signed a blank is %20; a plus sign stands for itself.",
                CanonicalQuery.joined(parameters.stream()
                        .map(parameter -> new Parameter(
                                parameter.name().replace("%2B", "%20"),
                                parameter.value().replace("%2B", "%20")))
                        .toList()));
        query(
                all,
                "QUERY_ENCODED_TWICE",
                "the query is encoded twice",
                "The client encodes parameters that are encoded already.",
                CanonicalQuery.joined(parameters.stream()
                        .map(parameter -> new Parameter(
                                Escapes.escape(parameter.name(), false), Escapes.escape(parameter.value(), false)))
                        .toList()));
        if (!presigned) {
            query(
                    all,
                    "QUERY_NOT_SIGNED",
                    "the query is left out",
                    "The query belongs to the canonical request; or it was added after signing.",
                    "");
        }
        if (parameters.size() <= MOST_PARAMETERS) {
            parameters.forEach(extra -> without(all, parameters, extra));
        }
    }

    private static void without(List<Variation> all, List<Parameter> parameters, Parameter extra) {
        List<Parameter> fewer = new ArrayList<>(parameters);
        fewer.remove(extra);
        boolean token = extra.name().equals("X-Amz-Security-Token");
        query(
                all,
                token ? "SESSION_TOKEN_NOT_SIGNED" : "QUERY_PARAMETER_ADDED",
                token
                        ? "the session token is left out of the query"
                        : "the query parameter " + extra.name() + " is left out",
                token
                        ? "The session token must be in the query before it is signed."
                        : "Something added it after signing.",
                CanonicalQuery.joined(fewer));
    }

    private static void query(List<Variation> all, String code, String condition, String advice, String canonical) {
        UnaryOperator<Attempt> change =
                attempt -> attempt.with(attempt.canonical().withQuery(canonical));
        all.add(new Variation(code, Room.QUERY, condition, advice, change));
    }
}
