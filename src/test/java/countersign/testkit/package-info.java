/**
 * Helpers that tests of several packages share: a clock, a request file, stops, and assertions
 * about stored states.
 */
@NullMarked
package countersign.testkit;

import org.jspecify.annotations.NullMarked;
