/**
 * Compares texts and checks the names, name controls, dates and taxpayer identification numbers of
 * one request. Pure functions.
 */
@NullMarked
package countersign.validation;

import org.jspecify.annotations.NullMarked;
