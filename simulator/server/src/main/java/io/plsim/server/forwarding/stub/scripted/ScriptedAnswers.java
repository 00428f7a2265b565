package io.plsim.server.forwarding.stub.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plsim.server.answer.Answer;
import io.plsim.server.inbound.InboundRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that tests have prescribed. Those of a resource go before those of its operation; of several for the same
 * place the first lasts until its times are used up, then the next. Bounded in number and size; safe to use from many
 * threads.
 */
public final class ScriptedAnswers {
    private static final int MAX_ANSWERS = 256;
    private static final int MAX_ANSWER_CHARS = 256 << 10;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Set<String> operations;
    private List<ScriptedAnswer> configured = List.of();
    private final Map<Place, Deque<Pending>> answers = new HashMap<>();
    private int count;

    private record Place(String operation, @Nullable String resourceId) {}

    /** An answer and how often it is still to be given; null for ever. */
    private static final class Pending {
        private final ScriptedAnswer answer;
        private @Nullable Integer left;

        Pending(ScriptedAnswer answer) {
            this.answer = answer;
            this.left = answer.times();
        }
    }

    /** No answers yet, and only for these operations. */
    public ScriptedAnswers(Set<String> operations) {
        this.operations = operations;
    }

    /**
     * Takes an answer as JSON.
     *
     * @throws IllegalArgumentException when it is not one; the message says what is wrong with it
     */
    public void add(JsonNode json) {
        ScriptedAnswer answer;
        try {
            answer = JSON.treeToValue(json, ScriptedAnswer.class);
        } catch (JsonProcessingException notOne) {
            throw new IllegalArgumentException("not a scripted answer: " + notOne.getOriginalMessage(), notOne);
        }
        add(answer);
    }

    /**
     * Takes an answer.
     *
     * @throws IllegalArgumentException when its operation has no stub, when it is too long, or when there are too many
     */
    public synchronized void add(ScriptedAnswer answer) {
        if (JSON.valueToTree(answer).toString().length() > MAX_ANSWER_CHARS) {
            throw new IllegalArgumentException("a scripted answer has at most " + MAX_ANSWER_CHARS + " characters");
        }
        if (!operations.contains(answer.operation())) {
            throw new IllegalArgumentException("there is no operation " + answer.operation());
        }
        if (count >= MAX_ANSWERS) {
            throw new IllegalArgumentException("there are " + MAX_ANSWERS + " scripted answers already");
        }
        answers.computeIfAbsent(new Place(answer.operation(), answer.resourceId()), place -> new ArrayDeque<>())
                .add(new Pending(answer));
        count++;
    }

    /** The answers that are still to be given. */
    public synchronized List<ScriptedAnswer> list() {
        List<ScriptedAnswer> all = new ArrayList<>(count);
        answers.values().forEach(queue -> queue.forEach(pending -> all.add(pending.answer)));
        return all;
    }

    public synchronized void clear() {
        answers.clear();
        count = 0;
    }

    /** Keeps the answers that are there now as those that a {@link #reset} brings back. */
    public synchronized void keepAsConfigured() {
        configured = list();
    }

    /** Back to the configured answers, each to be given from its first time again. */
    public synchronized void reset() {
        clear();
        configured.forEach(this::add);
    }

    /**
     * What a request is to be answered instead of the stub's own answer; waits if the answer's first byte is to be slow.
     *
     * @throws IOException when the request cannot be read to its end
     */
    public Optional<Answer> next(String operation, Optional<String> resourceId, InboundRequest request)
            throws IOException {
        ScriptedAnswer scripted = take(operation, resourceId.orElse(null));
        if (scripted == null) {
            return Optional.empty();
        }
        try (InputStream in = request.body().open()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.of(ScriptPlayer.play(scripted));
    }

    private synchronized @Nullable ScriptedAnswer take(String operation, @Nullable String resourceId) {
        if (count == 0) {
            return null;
        }
        ScriptedAnswer ofResource = resourceId == null ? null : take(new Place(operation, resourceId));
        return ofResource != null ? ofResource : take(new Place(operation, null));
    }

    private @Nullable ScriptedAnswer take(Place place) {
        Deque<Pending> queue = answers.get(place);
        Pending pending = queue == null ? null : queue.peek();
        if (queue == null || pending == null) {
            return null;
        }
        if (pending.left != null && --pending.left == 0) {
            queue.remove();
            count--;
            if (queue.isEmpty()) {
                answers.remove(place);
            }
        }
        return pending.answer;
    }
}
