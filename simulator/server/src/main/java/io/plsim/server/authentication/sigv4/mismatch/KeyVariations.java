package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.Signatories.Signatory;
import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import java.util.ArrayList;
import java.util.List;

/** Dates, scopes and secrets that a client may have mixed up. */
final class KeyVariations {
    private static final int NEARBY_SECONDS = 5;

    private KeyVariations() {}

    static List<Variation> of(Attempt base, List<Signatory> others) {
        List<Variation> all = new ArrayList<>();
        for (Signatory other : others) {
            add(
                    all,
                    "SECRET_OF_ANOTHER_KEY",
                    "it is made with the secret of " + other.name(),
                    "The client pairs an access key with another key's secret.",
                    attempt -> attempt.signedBy(other));
        }
        add(
                all,
                "SECRET_WITHOUT_AWS4",
                "the secret is used without \"AWS4\" before it",
                "The first key of the chain is \"AWS4\" followed by the secret.",
                attempt -> attempt.withKeyStart(secret -> secret));
        for (String end : List.of("\n", "\r\n", " ")) {
            add(
                    all,
                    "SECRET_WITH_BLANKS",
                    "the secret has white space after it",
                    "The client reads the secret with the white space that follows it.",
                    attempt -> attempt.withKeyStart(secret -> "AWS4" + secret + end));
        }
        for (String region : List.of("us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2", "")) {
            add(
                    all,
                    "KEY_FOR_ANOTHER_REGION",
                    "the signing key is for region \"" + region + "\"",
                    "The key and the scope must name the same region.",
                    attempt -> attempt.withKeyScope(attempt.scope().withRegion(region)));
        }
        for (String service : List.of(
                "bedrock-agentcore-control",
                "bedrock",
                "bedrock-runtime",
                "execute-api",
                "lambda",
                "s3",
                "agentcore")) {
            add(
                    all,
                    "KEY_FOR_ANOTHER_SERVICE",
                    "the signing key is for service " + service,
                    "The key and the scope must both name bedrock-agentcore.",
                    attempt -> attempt.withKeyScope(attempt.scope().withService(service)));
            add(
                    all,
                    "SCOPE_OF_ANOTHER_SERVICE",
                    "the string to sign names service " + service,
                    "Credential, string to sign and key must all name bedrock-agentcore.",
                    attempt -> attempt.withScope(attempt.scope().withService(service)));
        }
        dates(all, base);
        return all;
    }

    private static void dates(List<Variation> all, Attempt base) {
        Dates.nearby(base.date(), NEARBY_SECONDS)
                .forEach(date -> add(
                        all,
                        "DATE_TAKEN_TWICE",
                        "the string to sign says " + date + " instead of " + base.date(),
                        "The client asks its clock twice: use one date in the header and in the string to sign.",
                        attempt -> attempt.withDate(date)));
        Dates.daysAround(base.scope().date())
                .forEach(day -> add(
                        all,
                        "KEY_OF_ANOTHER_DAY",
                        "the signing key is of " + day,
                        "The client keeps the signing key of another day.",
                        attempt -> attempt.withKeyScope(attempt.scope().withDate(day))));
    }

    private static void add(
            List<Variation> all,
            String code,
            String condition,
            String advice,
            java.util.function.UnaryOperator<Attempt> change) {
        all.add(new Variation(code, Room.KEY, condition, advice, change));
    }
}
