package io.plsim.server.forwarding.stub.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plsim.server.forwarding.stub.exchange.StubRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BoundedStoreTest {
    private static ObjectNode object(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    private static void assertFull(BoundedStore store, String key, ObjectNode value) {
        assertThatThrownBy(() -> store.put(key, value))
                .isInstanceOfSatisfying(
                        StubRefusal.class,
                        refused -> assertThat(refused.refusal().status()).isEqualTo(402));
    }

    @Test
    void beyondTheNumberOnlyReplacingIsPossible() throws StubRefusal {
        BoundedStore store = new BoundedStore("things", 2, 1_000_000);
        store.put("a", object("1"));
        store.put("b", object("2"));
        assertFull(store, "c", object("3"));
        store.put("a", object("4"));
        assertThat(store.find("a")).contains(object("4"));
        store.remove("b");
        store.put("c", object("3"));
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void everyWayOfRemovingGivesItsBytesBack() throws StubRefusal {
        String half = "x".repeat(400);
        BoundedStore store = new BoundedStore("things", 100, 1500);
        for (int round = 0; round < 10; round++) {
            store.put("a", object(half));
            assertFull(store, "b", object(half));
            switch (round % 4) {
                case 0 -> store.remove("a");
                case 1 -> store.removeIf(value -> true);
                case 2 -> store.clear();
                default -> store.update("a", value -> value.put("text", ""));
            }
        }
    }

    @Test
    void aRefusedChangeChangesNothing() throws StubRefusal {
        BoundedStore store = new BoundedStore("things", 100, 1000);
        store.put("a", object("small"));
        assertThatThrownBy(() -> store.update("a", value -> value.put("text", "x".repeat(1000))))
                .isInstanceOf(StubRefusal.class);
        assertThat(store.find("a")).contains(object("small"));
    }

    @Test
    void manySmallNodesWeighMoreThanTheirText() throws StubRefusal {
        BoundedStore store = new BoundedStore("things", 100, 100_000);
        ObjectNode many = JsonNodeFactory.instance.objectNode();
        var list = many.putArray("a");
        for (int i = 0; i < 2000; i++) {
            list.addObject();
        }
        assertThat(many.toString().length()).isLessThan(10_000);
        assertFull(store, "a", many);
    }

    @Test
    void whatLiesUnderAPathIsNotWhatBeginsWithItsName() throws StubRefusal {
        BoundedStore store = new BoundedStore("things");
        store.put(BoundedStore.key("a", "1"), object("in"));
        store.put(BoundedStore.key("ab", "1"), object("out"));
        store.put(BoundedStore.key("a"), object("itself"));
        assertThat(store.under("a")).containsExactly(object("in"));
    }

    @Test
    void threadsNeverPutMoreThanFits() throws Exception {
        BoundedStore store = new BoundedStore("things", 500, 1_000_000);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> accepted = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int number = thread;
                accepted.add(threads.submit(() -> {
                    int count = 0;
                    for (int i = 0; i < 200; i++) {
                        try {
                            store.put(BoundedStore.key("" + number, "" + i), object("x"));
                            count++;
                        } catch (StubRefusal full) {
                            assertThat(store.all()).hasSize(500);
                        }
                    }
                    return count;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : accepted) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(500);
            assertThat(store.all()).hasSize(500);
        } finally {
            threads.shutdownNow();
        }
    }
}
