/**
 * The check of both signatures from the bytes before a release, a seal and an upload: {@code
 * Disclosures}, {@code ApprovedDisclosure}.
 */
@NullMarked
package countersign.disclosure;

import org.jspecify.annotations.NullMarked;
