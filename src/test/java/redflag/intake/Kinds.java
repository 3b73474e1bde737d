package redflag.intake;

import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** Kinds of one's own, from YAML. */
final class Kinds {

    private Kinds() {}

    static ExportKind of(String yaml) {
        Problems problems = new Problems();
        ExportKind kind = YamlFile.read("own.yaml", yaml, problems)
                .flatMap(section -> KindFile.read(section, problems))
                .orElse(null);
        if (kind == null) {
            throw new IllegalArgumentException(problems.list().toString());
        }
        return kind;
    }
}
