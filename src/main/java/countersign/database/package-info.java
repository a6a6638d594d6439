/** The roles of the database and its migrations. */
@NullMarked
package countersign.database;

import org.jspecify.annotations.NullMarked;
