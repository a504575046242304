/**
 * Sales indicators of tables that are too large for one machine: Apache Spark splits their rows by customer, each part is a
 * {@link org.saleskpi.sales.SalesHistory} of the library, and what its {@link org.saleskpi.KpiCalculator} answers is added up.
 * Start at {@link org.saleskpi.spark.ClusterKpis}.
 */
@NullMarked
package org.saleskpi.spark;

import org.jspecify.annotations.NullMarked;
