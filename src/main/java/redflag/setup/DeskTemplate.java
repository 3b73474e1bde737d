package redflag.setup;

import java.util.Arrays;

/** A file kept by hand, of which there is an empty one in each language. */
enum DeskTemplate {
    ACCOUNT_STATUS("account-status.csv", "accountStatus"),
    ACTIONS("actions.csv", "actions"),
    DOCUMENTS("documents.csv", "documents"),
    NOTICES("notices.csv", "notices");

    private final String file;
    private final String kind;

    DeskTemplate(String file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    String file() {
        return file;
    }

    /** Whether files of this kind of export are kept by hand, so that they are no downloads. */
    static boolean isKind(String kind) {
        return Arrays.stream(values()).anyMatch(template -> template.kind.equals(kind));
    }
}
