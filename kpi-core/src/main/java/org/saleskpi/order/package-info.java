/** How many moments are put in order. Not exported: the facts and the engine sort by it. */
@NullMarked
package org.saleskpi.order;

import org.jspecify.annotations.NullMarked;
