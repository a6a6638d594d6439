/**
 * What tests of several packages share: a clock, a request file, stops, and assertions about what
 * is stored.
 */
@NullMarked
package countersign.testkit;

import org.jspecify.annotations.NullMarked;
