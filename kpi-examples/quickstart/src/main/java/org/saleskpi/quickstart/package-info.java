/** The program of the README. */
package org.saleskpi.quickstart;
