package org.saleskpi.intake;

import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/** Says what to do about ids that come several times: the library knows of them, but not of the files that they come from. */
final class RepeatedIds {

    private RepeatedIds() {}

    /** What to do about a problem, to be read after its reason; empty for one of another kind. */
    static String remedy(Problem problem, ImportAccount account) {
        String reason = problem.reason();
        if (!problem.field().equals("id") || !(reason.startsWith("is used by ") || reason.startsWith("is repeated"))) {
            return "";
        }
        boolean isMapped = account.files().stream().anyMatch(file -> file.use() == FileAccount.Use.MAPPING);
        String repeated = "repeated: " + words(problem.type());
        return isMapped
                ? "; " + repeated + " in the mapping makes one record of all rows of an id"
                : "; expected one row for each id of the file, or a mapping, in which " + repeated
                        + " makes one record of all";
    }

    private static String words(RecordType type) {
        return switch (type) {
            case CUSTOMER -> "earliest, first or last";
            case PROPOSAL, CONTRACT -> "sum, first or last";
            default -> "first or last";
        };
    }
}
