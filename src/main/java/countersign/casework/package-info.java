/**
 * The pages and the API calls of the reviewers' desk: the work-list, claims, the next case, kept
 * reasons, and the results of control cases.
 */
@NullMarked
package countersign.casework;

import org.jspecify.annotations.NullMarked;
