package io.plsim.server.authentication.bearer;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a trusted issuer, kept for a while. A token that names an unknown key has them fetched again, but fetches
 * begin at least a second apart, whatever arrives: a request that needs one waits for the next and shares it with all who
 * wait. So a flood of made-up key ids costs the issuer one fetch a second, and a rotated key is found at the next one.
 * Durations are measured on the machine's clock, also when the simulator's is frozen.
 */
final class CachedKeys implements KeySource {
    /** Between the starts of two fetches. */
    static final Duration APART = Duration.ofSeconds(1);

    /** More requests than this do not wait for a fetch; they are refused at once, so that a flood holds few threads. */
    private static final int WAITING = 16;

    private final TrustedIssuer issuer;
    private final long keptNanos;
    private final ReentrantLock fetching = new ReentrantLock();
    private final Semaphore places = new Semaphore(WAITING);
    private volatile Fetch last = new Fetch(0, 0, null, null);
    private volatile long begun;
    private volatile @Nullable Fetch succeeded;

    /** One fetch: its number, when it began, and what came of it. */
    private record Fetch(
            long number,
            long beganNanos,
            @Nullable TokenKeys keys,
            @Nullable String failure) {}

    CachedKeys(TrustedIssuer issuer, Duration kept) {
        this.issuer = issuer;
        this.keptNanos = kept.toNanos();
    }

    @Override
    public TokenKeys current() throws IssuerUnreachableException {
        Fetch kept = succeeded;
        if (kept != null && System.nanoTime() - kept.beganNanos < keptNanos) {
            return outcome(kept);
        }
        return fetchBegunAfter(begun);
    }

    @Override
    public TokenKeys newerThan(TokenKeys known) throws IssuerUnreachableException {
        long seen = begun;
        TokenKeys current = current();
        return current != known ? current : fetchBegunAfter(seen);
    }

    /** The outcome of a fetch that began after the one of that number: the next one, or one that others waited for. */
    private TokenKeys fetchBegunAfter(long number) throws IssuerUnreachableException {
        if (!places.tryAcquire()) {
            throw new IssuerUnreachableException("too many requests wait for the issuer's keys already");
        }
        try {
            fetching.lockInterruptibly();
            try {
                if (last.number <= number) {
                    fetch();
                }
                return outcome(last);
            } finally {
                fetching.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IssuerUnreachableException("the server is stopping");
        } finally {
            places.release();
        }
    }

    private void fetch() throws InterruptedException {
        if (last.number > 0) {
            long wait = APART.toNanos() - (System.nanoTime() - last.beganNanos);
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
        long number = last.number + 1;
        long began = System.nanoTime();
        begun = number;
        try {
            last = new Fetch(number, began, issuer.fetch(), null);
            succeeded = last;
        } catch (IssuerUnreachableException failed) {
            // Keys that were fetched before stay good for as long as they are kept.
            last = new Fetch(number, began, null, failed.getMessage());
        }
    }

    private static TokenKeys outcome(Fetch fetch) throws IssuerUnreachableException {
        if (fetch.keys == null) {
            throw new IssuerUnreachableException(String.valueOf(fetch.failure));
        }
        return fetch.keys;
    }
}
