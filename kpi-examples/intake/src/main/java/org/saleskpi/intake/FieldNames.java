package org.saleskpi.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import org.saleskpi.sales.Problem;

/** Says in the words of files, such as {@code decided_at}, what the library says in its own: {@code decidedAt}. */
public final class FieldNames {

    private static final Pattern COMPONENT = Pattern.compile("\\b([a-z]+)(At|Id)\\b");

    private FieldNames() {}

    /**
     * Rewrites a problem in the words of files.
     *
     * @param problem a problem that the library found
     * @return the same problem, its field and reason naming columns
     */
    public static Problem inFiles(Problem problem) {
        return new Problem(
                problem.type(),
                problem.id(),
                inFiles(problem.field()),
                problem.value(),
                inFiles(problem.reason()),
                problem.origin());
    }

    /**
     * Rewrites a problem in the words of files, and says what to do about it where the importer knows.
     *
     * @param problem a problem that the library found
     * @param account the account of the import that the record comes from
     * @return the same problem, its field and reason naming columns
     */
    public static Problem inFiles(Problem problem, ImportAccount account) {
        Problem told = inFiles(problem);
        return new Problem(
                told.type(),
                told.id(),
                told.field(),
                told.value(),
                told.reason() + RepeatedIds.remedy(problem, account),
                told.origin());
    }

    static String inFiles(String text) {
        return COMPONENT
                .matcher(text)
                .replaceAll(found -> found.group(1) + "_" + found.group(2).toLowerCase(Locale.ROOT));
    }
}
