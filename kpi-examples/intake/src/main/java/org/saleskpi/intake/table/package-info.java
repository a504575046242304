/**
 * Files of rows, whatever they are written in: CSV, JSON, JSON Lines, workbooks. Nothing here knows what a row means. Start at
 * {@link org.saleskpi.intake.table.TableFile}.
 */
@NullMarked
package org.saleskpi.intake.table;

import org.jspecify.annotations.NullMarked;
