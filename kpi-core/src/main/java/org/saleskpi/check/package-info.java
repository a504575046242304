/** How what callers pass is checked, the same everywhere. Not exported. */
@NullMarked
package org.saleskpi.check;

import org.jspecify.annotations.NullMarked;
