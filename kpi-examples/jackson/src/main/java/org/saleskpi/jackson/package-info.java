/** Answers and records as JSON, by Jackson: {@link org.saleskpi.jackson.KpiModule}. */
@NullMarked
package org.saleskpi.jackson;

import org.jspecify.annotations.NullMarked;
