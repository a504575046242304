/** The CRM as its vendor has it, which knows nothing of indicators: rows, and what changes them. */
package org.saleskpi.service.crm;
