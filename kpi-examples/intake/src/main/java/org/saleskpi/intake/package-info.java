/**
 * What any import yields: records, exchange rates, what could not be read and why, and an account of every file. Start at
 * {@link org.saleskpi.intake.csv.CsvFolder} for the CSV folder of this library, at
 * {@link org.saleskpi.intake.mapping.MappedFolder} for the exports of a CRM; both give
 * {@link org.saleskpi.intake.ImportedRecords}.
 */
@NullMarked
package org.saleskpi.intake;

import org.jspecify.annotations.NullMarked;
