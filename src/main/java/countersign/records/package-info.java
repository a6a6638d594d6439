/**
 * Looks up a {@code ScreenedSlice} in the tax records and decides which requests become a {@code
 * Match}. The port to the record source is {@code FindAddresses}.
 */
@NullMarked
package countersign.records;

import org.jspecify.annotations.NullMarked;
