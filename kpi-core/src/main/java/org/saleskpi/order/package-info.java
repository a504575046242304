/** What the facts and the engine share: how many moments are put in order, and how one of many ids is found. Not exported. */
@NullMarked
package org.saleskpi.order;

import org.jspecify.annotations.NullMarked;
