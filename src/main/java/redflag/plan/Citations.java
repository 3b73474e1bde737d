package redflag.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import redflag.ledger.Source;
import redflag.metrics.Defect;

/** The evidence of a plan, numbered as its texts cite it; what is cited twice has one number. */
final class Citations {

    private final List<Plan.Evidence> evidence = new ArrayList<>();

    /** @return how a text refers to it: {@code [3]} */
    String cite(Plan.Basis basis, String text, List<Source> sources) {
        for (Plan.Evidence known : evidence) {
            if (known.text().equals(text) && known.sources().equals(sources)) {
                return "[" + known.number() + "]";
            }
        }
        int number = evidence.size() + 1;
        evidence.add(new Plan.Evidence(number, basis, text, sources));
        return "[" + number + "]";
    }

    List<Plan.Evidence> all() {
        return List.copyOf(evidence);
    }

    /** The rows that say so. */
    static List<Source> sources(List<Defect> defects) {
        return defects.stream().flatMap(defect -> defect.from().stream()).toList();
    }

    /** The files of these rows, each once. */
    static String files(List<Defect> defects) {
        TreeSet<String> files = new TreeSet<>();
        sources(defects).forEach(source -> files.add(source.file()));
        return String.join(", ", files);
    }
}
