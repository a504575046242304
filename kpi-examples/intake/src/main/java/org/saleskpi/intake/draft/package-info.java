/** Mappings drafted from exports that nobody has described yet: start at {@link org.saleskpi.intake.draft.MappingDraft}. */
@NullMarked
package org.saleskpi.intake.draft;

import org.jspecify.annotations.NullMarked;
