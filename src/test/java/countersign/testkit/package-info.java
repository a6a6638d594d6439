/**
 * The test kit. {@link countersign.testkit.World} is a gateway on a database of its own; a test
 * asks it for the parts that it needs. Beside it are the request builders ({@code RequestFile} for
 * a file, {@code Asking} for one request) and assertions about what is stored.
 */
@NullMarked
package countersign.testkit;

import org.jspecify.annotations.NullMarked;
