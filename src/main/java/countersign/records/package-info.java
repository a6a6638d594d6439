/** One code path from a {@code ScreenedSlice} to a {@code Match}; port {@code FindAddresses}. */
@NullMarked
package countersign.records;

import org.jspecify.annotations.NullMarked;
