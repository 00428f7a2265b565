package io.plsim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** Ten thousand right and wrong signatures mixed: each is answered right, and neither memory nor threads add up. */
class LoadTest {
    private static final int REQUESTS = 10_000;
    private static final int WARM = 2_000;
    private static final int CLIENTS = 8;
    private static final long HEAP_GROWTH = 10L << 20;
    /** The pool keeps a thread or two ready, more or less as the last moment was busy. */
    private static final int SPARE_THREADS = 2;

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private record Call(String request, int status, String errorType) {}

    @Test
    void memoryAndThreadsAreBackWhereTheyWereAfterTenThousandRequests() throws Exception {
        // A ring that is full before the first measurement: what is measured is what stays, not what is kept on
        // purpose.
        try (RunningSimulator simulator = RunningSimulator.start("clock: " + NOW + "\ndecisions: {keep: 1000}\n")) {
            List<Call> calls = List.of(
                    new Call(signed(Callers.ALICE.credentials().secretAccessKey(), "AKIAIOSFODNN7EXAMPLE"), 200, ""),
                    new Call(signed("notTheSecret", "AKIAIOSFODNN7EXAMPLE"), 403, "InvalidSignatureException"),
                    new Call(signed("notTheSecret", "AKIANOBODY00000EXAMPLE"), 403, "UnrecognizedClientException"),
                    new Call(
                            signed(Callers.ALICE.credentials().secretAccessKey(), "AKIAIOSFODNN7EXAMPLE")
                                    .replace("hello", "hallo"),
                            403,
                            "InvalidSignatureException"));
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                wires.add(new Wire(simulator.dataPlane()));
            }
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            run(clients, wires, calls, WARM);
            long heap = heapInUse();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            run(clients, wires, calls, REQUESTS - WARM);
            long grown = heapInUse() - heap;
            int threadsAfter = ManagementFactory.getThreadMXBean().getThreadCount();
            System.out.printf(
                    "LoadTest: %d requests; heap %d KB at %d, %+d KB at %d; threads %d, then %d%n",
                    REQUESTS, heap >> 10, WARM, grown >> 10, REQUESTS, threads, threadsAfter);
            assertThat(grown).as("heap growth in bytes").isLessThan(HEAP_GROWTH);
            assertThat(threadsAfter).isLessThanOrEqualTo(threads + SPARE_THREADS);
            assertThat(simulator.newestRecord().path("sequence").asInt()).isEqualTo(REQUESTS);
            clients.shutdown();
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static void run(ExecutorService clients, List<Wire> wires, List<Call> calls, int requests)
            throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Wire wire : wires) {
            running.add(clients.submit(() -> {
                for (int i = 0; i < requests / CLIENTS; i++) {
                    Call call = calls.get(i % calls.size());
                    wire.send(call.request());
                    Wire.Reply reply = wire.reply();
                    assertThat(reply.status()).as(reply.body()).isEqualTo(call.status());
                    assertThat(reply.header("x-amzn-ErrorType").orElse("")).isEqualTo(call.errorType());
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private static String signed(String secret, String accessKey) {
        RawRequest request = new RawRequest().line("X-Amz-Date: " + RawRequest.basic(NOW));
        HandSigner signer = new HandSigner(AwsBasicCredentials.create(accessKey, secret), RawRequest.basic(NOW));
        String signature = signer.signature(request, List.of("host", "x-amz-date"));
        return request.line("Authorization: AWS4-HMAC-SHA256 Credential=" + signer.credential()
                        + ", SignedHeaders=host;x-amz-date, Signature=" + signature)
                .text();
    }

    private static long heapInUse() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
