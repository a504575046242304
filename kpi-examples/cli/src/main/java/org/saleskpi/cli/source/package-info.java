/**
 * Records from files: what any import yields ({@link org.saleskpi.cli.source.ImportedRecords}), how tables of rows are
 * read, and the library's own CSV folder ({@link org.saleskpi.cli.source.CsvFolder}).
 */
@NullMarked
package org.saleskpi.cli.source;

import org.jspecify.annotations.NullMarked;
