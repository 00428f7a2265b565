package io.plsim.server.console;

import io.plsim.server.answer.Answer;
import io.plsim.server.decisionlog.DecisionLog;
import io.plsim.server.decisionlog.DecisionRecord;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How many requests came, by endpoint, operation and outcome, in Prometheus's text format. */
final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("plsim_requests_total")
            .help("Requests that reached an endpoint port")
            .labelNames("endpoint", "operation", "outcome", "status")
            .register(registry);

    Metrics(DecisionLog log) {
        log.follow(this::count);
    }

    private void count(DecisionRecord record) {
        requests.labelValues(
                        record.arrival().endpointId(),
                        record.operation() == null ? "none" : record.operation(),
                        record.judgement() == null ? "none" : record.judgement().outcome(),
                        Integer.toString(record.result().httpStatus()))
                .inc();
    }

    Answer answer() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return Answer.of(200, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
    }
}
