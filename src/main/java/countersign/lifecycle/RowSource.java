package countersign.lifecycle;

import java.util.Map;

/**
 * The SQL from which a statement on many rows takes these rows. The package that owns the rows
 * provides it; it must not set a state.
 *
 * @param with common table expressions without the keyword {@code with}; empty if none
 * @param parameters the named parameters of these expressions and of the SQL that uses them
 */
public record RowSource(String with, Map<String, ?> parameters) {}
