/**
 * What reviewers work with beside the approval itself: claims with a lease, the next case, kept
 * reasons, the rotation of pairs and control cases.
 */
@NullMarked
package countersign.reviewdesk;

import org.jspecify.annotations.NullMarked;
