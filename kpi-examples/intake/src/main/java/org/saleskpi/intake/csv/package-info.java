/**
 * The CSV folder of this library. Start at {@link org.saleskpi.intake.csv.CsvFolder}.
 */
@NullMarked
package org.saleskpi.intake.csv;

import org.jspecify.annotations.NullMarked;
