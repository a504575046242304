package org.saleskpi.intake.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a JSON file are.
 *
 * @param items the paths that the array of items may have, if the file itself is none
 * @param wrappers members that wrap a row: where an item has one that is an object, it is the row in place of the item
 * @param each the member of an item that is an array: where an item has it, its objects are the rows in place of the item;
 *     null for none
 */
public record JsonForm(
        Set<String> items, Set<String> wrappers, @Nullable String each) {

    /** What leads from a row of {@link #each} to the members of the item around it. */
    static final String AROUND = "item.";

    /** An array of rows. */
    public static final JsonForm STANDARD = new JsonForm(Set.of(), Set.of(), null);

    /** Creates a form. */
    public JsonForm {
        items = Set.copyOf(items);
        wrappers = Set.copyOf(wrappers);
    }
}
