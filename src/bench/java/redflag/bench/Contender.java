package redflag.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of one program that is measured. */
final class Contender {

    private final String name;
    private final List<Child.Run> runs = new ArrayList<>();

    Contender(String name) {
        this.name = name;
    }

    void add(Child.Run run) {
        runs.add(run);
    }

    double minimum() {
        return minimum(Child.Run::seconds);
    }

    double minimumCpu() {
        return minimum(Child.Run::cpuSeconds);
    }

    private double minimum(ToDoubleFunction<Child.Run> of) {
        return runs.stream().mapToDouble(of).min().orElseThrow();
    }

    double median() {
        double[] sorted = runs.stream().mapToDouble(Child.Run::seconds).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private long peak() {
        return runs.stream().mapToLong(Child.Run::peakMiB).max().orElse(0);
    }

    List<String> out() {
        return runs.get(runs.size() - 1).out();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("minimumSeconds", minimum());
        json.put("medianSeconds", median());
        json.put("minimumCpuSeconds", minimumCpu());
        json.put("peakMiB", peak());
        json.put("runs", runs.size());
        return json;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-34s min %6.2f s, median %6.2f s, cpu %6.2f s, peak %4d MiB",
                name,
                minimum(),
                median(),
                minimumCpu(),
                peak());
    }
}
