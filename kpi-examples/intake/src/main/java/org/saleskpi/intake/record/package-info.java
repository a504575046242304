/**
 * Records from what rows say about them, and the exchange rates of a folder. Start at
 * {@link org.saleskpi.intake.record.RecordMaker}.
 */
@NullMarked
package org.saleskpi.intake.record;

import org.jspecify.annotations.NullMarked;
