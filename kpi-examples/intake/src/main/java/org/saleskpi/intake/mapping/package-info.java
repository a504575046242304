/**
 * Records from the exports of any CRM, by a mapping file that says which columns mean what. Start at
 * {@link org.saleskpi.intake.mapping.Mapping}; nothing here knows any one CRM, only the built-in mapping files do.
 */
@NullMarked
package org.saleskpi.intake.mapping;

import org.jspecify.annotations.NullMarked;
