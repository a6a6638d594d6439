/**
 * Encrypted files that wait for their upload: their recipients, the signed statement about their
 * bytes, and the check of both before the upload.
 */
@NullMarked
package countersign.sealing;

import org.jspecify.annotations.NullMarked;
