/**
 * The laws that every indicator obeys, whatever the history: {@link org.saleskpi.law.SalesDomain} makes histories that
 * crowd the edges, {@link org.saleskpi.law.SchoolbookOracle} answers them the slow and obvious way.
 */
@NullMarked
package org.saleskpi.law;

import org.jspecify.annotations.NullMarked;
