/**
 * The sample company: an invented business whose records are small enough to read and rich enough to ask about.
 *
 * <p>{@link org.saleskpi.sample.SampleCompany} makes the records up from a seed, {@link org.saleskpi.sample.Main} writes
 * them as a CSV folder.
 */
@NullMarked
package org.saleskpi.sample;

import org.jspecify.annotations.NullMarked;
