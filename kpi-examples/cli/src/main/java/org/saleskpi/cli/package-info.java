/** The {@code kpi} command. Start at {@link org.saleskpi.cli.Main}. */
@NullMarked
package org.saleskpi.cli;

import org.jspecify.annotations.NullMarked;
