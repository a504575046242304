/** What a program puts on the disk for a while: see {@link org.saleskpi.output.disk.Temporary}. */
@NullMarked
package org.saleskpi.output.disk;

import org.jspecify.annotations.NullMarked;
