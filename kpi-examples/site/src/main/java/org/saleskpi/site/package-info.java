/**
 * The pages of the project as a web site. {@link org.saleskpi.site.SiteSource} lays them out for the site plugin of Maven, and
 * {@link org.saleskpi.site.SiteLinks} looks at what comes of it.
 */
package org.saleskpi.site;
