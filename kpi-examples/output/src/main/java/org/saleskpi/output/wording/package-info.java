/**
 * How reports speak to people: names, spans, numbers and sentences in their language, and the words themselves. Start at
 * {@link org.saleskpi.output.wording.Wording}.
 */
@NullMarked
package org.saleskpi.output.wording;

import org.jspecify.annotations.NullMarked;
