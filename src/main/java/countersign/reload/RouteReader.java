package countersign.reload;

import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.routeproof.RouteProof;
import countersign.routeproof.Verdict;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and proves the routes of a directory.
 *
 * @param directory the directory of the routes
 */
record RouteReader(Path directory) {

  /** The verdict about the routes as they are now, for these partners. */
  Verdict read(Authority authority) {
    Set<String> partners =
        authority.partners().stream().map(Partner::id).collect(Collectors.toUnmodifiableSet());
    return RouteProof.of(directory, partners, authority.renamedFolders());
  }
}
