/** The words of the library's own sentences, one file a language; not exported. */
@org.jspecify.annotations.NullMarked
package org.saleskpi.words;
