package countersign.demo;

import countersign.pgp.DetachedSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Signs the demo's documents with the keys of two fictitious people. */
final class DemoSignatures {
  /** The people who sign every document, in the order of their signatures. */
  static final List<String> SIGNATORIES = List.of("first-counsel", "second-counsel");

  private final Keyring keys;
  private final Instant now;

  DemoSignatures(Keyring keys, Instant now) {
    this.keys = keys;
    this.now = now;
  }

  /** Writes both signatures beside the document. */
  void sign(Path document) throws IOException {
    byte[] bytes = Files.readAllBytes(document);
    for (int i = 0; i < SIGNATORIES.size(); i++) {
      byte[] signature =
          DetachedSignatures.sign(
              new ByteArrayInputStream(bytes), keys.signatory(SIGNATORIES.get(i)), now);
      Files.write(Path.of(document + "." + (i + 1) + ".asc"), signature);
    }
  }
}
