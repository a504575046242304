/**
 * What the facts and the engine share: how many moments are put in order, how one of many ids is found, and what a blank
 * text is. Not exported.
 */
@NullMarked
package org.saleskpi.order;

import org.jspecify.annotations.NullMarked;
