/**
 * The fields that records have in files, records from what rows say about them, and the exchange rates of a folder. Start at
 * {@link org.saleskpi.intake.record.RecordSchema}.
 */
@NullMarked
package org.saleskpi.intake.record;

import org.jspecify.annotations.NullMarked;
