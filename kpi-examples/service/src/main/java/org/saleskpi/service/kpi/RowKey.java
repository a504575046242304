package org.saleskpi.service.kpi;

/**
 * Which row of which table.
 *
 * @param table the type of the rows of the table
 * @param id the id of the row
 */
public record RowKey(Class<?> table, Long id) {}
