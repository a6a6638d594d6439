/**
 * The Camel components for mail, webhook and record source. Each has one address, which comes from
 * the configuration and never from a route.
 */
@NullMarked
package countersign.endpoints;

import org.jspecify.annotations.NullMarked;
