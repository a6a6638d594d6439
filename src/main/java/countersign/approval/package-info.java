/** Two different people, same bytes, in time: {@code Approvals}, {@code ApprovedDisclosure}. */
@NullMarked
package countersign.approval;

import org.jspecify.annotations.NullMarked;
