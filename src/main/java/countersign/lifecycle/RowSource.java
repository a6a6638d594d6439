package countersign.lifecycle;

import java.util.Map;

/**
 * From where a set statement takes its rows: SQL of the package that owns them. It must not set a
 * state.
 *
 * @param with common table expressions without the word {@code with}; empty: none
 * @param parameters what the expressions, and what is built on them, name
 */
public record RowSource(String with, Map<String, ?> parameters) {}
