/**
 * Approval of drafts by two different people, who approve the same bytes before a deadline: {@code
 * Approvals}.
 */
@NullMarked
package countersign.approval;

import org.jspecify.annotations.NullMarked;
