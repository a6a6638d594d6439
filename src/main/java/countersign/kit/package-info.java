/**
 * In the demo jar only: the conformance kit with which an agency's developers test before they go
 * live: request files with the expected answers, test keys, and a responder that needs no gateway.
 */
@NullMarked
package countersign.kit;

import org.jspecify.annotations.NullMarked;
