/**
 * The sample company: an invented business whose records are small enough to read and rich enough to ask about. Start at
 * {@link org.saleskpi.sample.SampleCompany}.
 */
@NullMarked
package org.saleskpi.sample;

import org.jspecify.annotations.NullMarked;
