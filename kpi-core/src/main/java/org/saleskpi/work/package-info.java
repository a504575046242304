/** How work is shared with the threads of an executor that the user gives. Not exported. */
@NullMarked
package org.saleskpi.work;

import org.jspecify.annotations.NullMarked;
