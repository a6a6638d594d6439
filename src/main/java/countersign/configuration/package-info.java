/**
 * Reads YAML documents, validates them against JSON Schema, reports all problems at once, and shows
 * the effective configuration with secrets masked.
 */
@NullMarked
package countersign.configuration;

import org.jspecify.annotations.NullMarked;
