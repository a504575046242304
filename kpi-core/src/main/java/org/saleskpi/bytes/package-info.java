/** The byte form of answers: how numbers, texts and values are written, and read again. Not exported. */
@NullMarked
package org.saleskpi.bytes;

import org.jspecify.annotations.NullMarked;
