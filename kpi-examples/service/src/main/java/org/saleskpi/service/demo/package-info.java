/** A tenant to look at. */
@NullMarked
package org.saleskpi.service.demo;

import org.jspecify.annotations.NullMarked;
