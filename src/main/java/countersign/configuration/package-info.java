/** YAML and JSON Schema to values, all problems at once; effective view with secrets masked. */
@NullMarked
package countersign.configuration;

import org.jspecify.annotations.NullMarked;
