/** The form that answers have in JSON, here and in the files of {@code org.saleskpi.output}, to which alone it is exported. */
@NullMarked
package org.saleskpi.jackson.form;

import org.jspecify.annotations.NullMarked;
