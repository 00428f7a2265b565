package io.plsim.server.authentication.sigv4.mismatch;

import io.plsim.server.authentication.Signatories.Signatory;
import io.plsim.server.authentication.sigv4.CanonicalRequest;
import io.plsim.server.authentication.sigv4.CredentialScope;
import io.plsim.server.authentication.sigv4.Signing;
import io.plsim.server.authentication.sigv4.mismatch.BodyVariations.Body;
import io.plsim.server.authentication.sigv4.mismatch.Variation.Room;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out why a signature does not match: signs the request in every way that clients are known to, one change at a
 * time, then two of those that come in pairs, and calls a cause only what makes the client's signature fit.
 */
public final class MismatchDebugger {
    /** Of longer requests only the canonical form is shown: trying variations of them would cost a caller nothing and us much. */
    private static final int LONGEST = 16 * 1024;
    /** Hand-written signers and old tools get these wrong together. */
    private static final Set<Room> PAIRED = EnumSet.of(Room.PATH, Room.QUERY, Room.BODY);

    private MismatchDebugger() {}

    /** A signature that was claimed, by whom and for what. */
    public record Claimed(String signature, String date, CredentialScope scope, Signatory signer) {}

    /**
     * Examines a mismatch.
     *
     * @param canonical as we read the request
     * @param missing signed headers that did not arrive
     * @param others other credentials whose secret may have been used
     */
    public static SignatureDiagnosis examine(
            InboundRequest request,
            CanonicalRequest canonical,
            Claimed claimed,
            List<String> missing,
            List<Signatory> others)
            throws IOException {
        Attempt base = Attempt.asWeRead(canonical, claimed.date(), claimed.scope(), claimed.signer());
        List<Cause> causes = new ArrayList<>();
        int tried = 0;
        if (canonical.text().length() <= LONGEST) {
            Body body = Body.of(request, canonical.bodyHash());
            List<Variation> variations = new ArrayList<>(TargetVariations.of(base, request));
            variations.addAll(BodyVariations.of(request, body));
            variations.addAll(HostVariations.of(base, request));
            variations.addAll(HeaderVariations.of(base, request, body.length()));
            variations.addAll(KeyVariations.of(base, others));
            Search search = new Search(claimed.signature(), base);
            search.fit(variations).ifPresent(causes::add);
            tried = search.tried.size();
        }
        possible(causes, request, canonical, claimed, missing, tried);
        return new SignatureDiagnosis(
                Redaction.of(canonical).text(),
                Signing.stringToSign(canonical, claimed.date(), claimed.scope()),
                missing,
                causes);
    }

    /** What cannot be tried, or was tried and leaves only what cannot. */
    private static void possible(
            List<Cause> causes,
            InboundRequest request,
            CanonicalRequest canonical,
            Claimed claimed,
            List<String> missing,
            int tried) {
        boolean found = !causes.isEmpty();
        if (!missing.isEmpty()) {
            boolean asEmpty = Attempt.asWeRead(canonical, claimed.date(), claimed.scope(), claimed.signer())
                    .signature()
                    .equals(claimed.signature());
            causes.add(new Cause(
                    "SIGNED_HEADER_MISSING",
                    asEmpty
                            ? "The signature fits if the headers that did not arrive are empty: send what is signed."
                            : "Signed headers did not arrive, so their values cannot be tried.",
                    asEmpty));
        }
        if (found) {
            return;
        }
        boolean differs = request.headers().all("x-amz-content-sha256").stream()
                .anyMatch(declared -> !declared.equals(canonical.bodyHash()));
        if (differs) {
            causes.add(new Cause(
                    "BODY_HASH_DISAGREES",
                    "The x-amz-content-sha256 header declares another hash than the body that arrived has.",
                    false));
        }
        causes.add(new Cause(
                "WRONG_SECRET",
                "None of the " + tried + " ways tried makes the signature fit: the client's secret access key is"
                        + " probably not the one configured for "
                        + claimed.signer().name()
                        + ", or a signed header or the body was changed in a way that cannot be guessed.",
                false));
    }

    /** Tries variations, each different attempt once. */
    private static final class Search {
        private final String signature;
        private final Attempt base;
        private final Set<Attempt> tried = new HashSet<>();

        private Search(String signature, Attempt base) {
            this.signature = signature;
            this.base = base;
            tried.add(base);
        }

        Optional<Cause> fit(List<Variation> variations) {
            for (Variation one : variations) {
                if (fits(one.change().apply(base))) {
                    return Optional.of(new Cause(one.code(), sentence(one.condition(), one.advice()), true));
                }
            }
            List<Variation> paired = variations.stream()
                    .filter(variation -> PAIRED.contains(variation.room()))
                    .toList();
            for (Variation one : paired) {
                for (Variation other : paired) {
                    if (one.room().compareTo(other.room()) < 0
                            && fits(other.change().apply(one.change().apply(base)))) {
                        return Optional.of(new Cause(
                                one.code() + "+" + other.code(),
                                sentence(
                                        one.condition() + " and " + other.condition(),
                                        one.advice() + " " + other.advice()),
                                true));
                    }
                }
            }
            return Optional.empty();
        }

        private boolean fits(Attempt attempt) {
            return tried.add(attempt) && attempt.signature().equals(signature);
        }

        private static String sentence(String condition, String advice) {
            return "The signature fits if " + condition + ". " + advice;
        }
    }
}
