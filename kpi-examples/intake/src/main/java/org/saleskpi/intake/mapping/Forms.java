package org.saleskpi.intake.mapping;

/**
 * How the moments and numbers of a file are written.
 *
 * @param moments its moments
 * @param numbers its numbers
 */
record Forms(MomentForms moments, NumberForms numbers) {}
