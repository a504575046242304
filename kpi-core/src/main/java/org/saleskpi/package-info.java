/**
 * The front door.
 */
@NullMarked
package org.saleskpi;

import org.jspecify.annotations.NullMarked;
