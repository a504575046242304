/** A page that shows the indicators of a tenant and stays current. */
@NullMarked
package org.saleskpi.service.dashboard;

import org.jspecify.annotations.NullMarked;
