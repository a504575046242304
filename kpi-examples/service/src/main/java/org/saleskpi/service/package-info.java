/** A CRM back end with the library embedded: {@code docs/service.md} tells what each part shows. */
@NullMarked
package org.saleskpi.service;

import org.jspecify.annotations.NullMarked;
