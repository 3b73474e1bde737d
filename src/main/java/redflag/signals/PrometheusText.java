package redflag.signals;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;

/** Figures in the text format of Prometheus. */
final class PrometheusText {

    static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    /** @param nights of jobs with different names */
    static String of(Collection<NightFigures> nights) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try {
            nights.forEach(figures -> figures.bindTo(registry));
            return registry.scrape(FORMAT);
        } finally {
            registry.close();
        }
    }
}
