/** The command that prepares a new partner: its documents, its routes and what to send to it. */
@NullMarked
package countersign.partnersetup;

import org.jspecify.annotations.NullMarked;
