/** What puts indicators into the CRM. */
@NullMarked
package org.saleskpi.service.kpi;

import org.jspecify.annotations.NullMarked;
