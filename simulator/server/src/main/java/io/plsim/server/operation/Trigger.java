package io.plsim.server.operation;

import io.plsim.server.operation.OperationReadings.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a question is asked: every part must hold; without parts it always is.
 *
 * @param present must be in the request; an empty header counts, so that asking less is never a client's choice
 * @param absent must not be in the request
 * @param texts must be exactly that text
 * @param reading must be chosen
 */
record Trigger(
        @Nullable ValueSource present,
        @Nullable ValueSource absent,
        Map<ValueSource, String> texts,
        @Nullable Reading reading) {

    static final Trigger ALWAYS = new Trigger(null, null, Map.of(), null);

    boolean holds(RequestValues values, OperationReadings readings) throws MalformedRequestException {
        if (reading != null && !readings.chosen(reading)) {
            return false;
        }
        if (present != null && !present.isPresent(values)) {
            return false;
        }
        if (absent != null && absent.isPresent(values)) {
            return false;
        }
        for (Map.Entry<ValueSource, String> text : texts.entrySet()) {
            if (!text.getValue().equals(text.getKey().read(values))) {
                return false;
            }
        }
        return true;
    }

    List<ValueSource> sources() {
        List<ValueSource> sources = new ArrayList<>(texts.keySet());
        if (present != null) {
            sources.add(present);
        }
        if (absent != null) {
            sources.add(absent);
        }
        return sources;
    }
}
