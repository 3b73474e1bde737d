package redflag.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.metrics.Defect;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;
import redflag.rules.Metric;
import redflag.rules.Target;

/**
 * The defects of a metric, those of its categories together, in the window and in the pipe.
 *
 * @param source what names them; missing where nothing does, which is not none
 * @param defects each once
 */
record NamedDefects(
        Metric metric,
        Optional<Fulfilment> fulfilment,
        Target target,
        Optional<DefectSource> source,
        List<Defect> defects) {

    NamedDefects {
        defects = List.copyOf(defects);
    }

    private record Key(Metric metric, Optional<Fulfilment> fulfilment) {}

    /** One a metric and fulfilment, in the order of the findings. */
    static List<NamedDefects> of(List<Finding> findings) {
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        findings.forEach(finding -> groups.computeIfAbsent(
                        new Key(finding.reading().metric(), finding.reading().fulfilment()), key -> new ArrayList<>())
                .add(finding));
        return groups.values().stream().map(NamedDefects::join).toList();
    }

    private static NamedDefects join(Collection<Finding> alike) {
        Finding first = alike.iterator().next();
        Map<String, Defect> defects = new LinkedHashMap<>();
        alike.stream()
                .flatMap(finding -> Stream.concat(finding.defects().stream(), finding.inPipe().stream()))
                .forEach(defect -> defects.putIfAbsent(defect.orderId() + " " + defect.axisDate(), defect));
        return new NamedDefects(
                first.reading().metric(),
                first.reading().fulfilment(),
                first.reading().target(),
                alike.stream().flatMap(finding -> finding.source().stream()).findFirst(),
                List.copyOf(defects.values()));
    }
}
