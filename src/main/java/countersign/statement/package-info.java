/** What a decision signs: the canonical statement, the facts that it names, and who signs it. */
@NullMarked
package countersign.statement;

import org.jspecify.annotations.NullMarked;
