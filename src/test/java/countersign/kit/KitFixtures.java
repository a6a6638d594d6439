package countersign.kit;

import countersign.demo.SyntheticPeople;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes files of the conformance kit for a gateway that has keys of its own. */
public final class KitFixtures {
  /** Cases that need a key of another age, or two keys of the agency. */
  private static final Set<KitEnvelope> OTHER_KEYS =
      Set.of(KitEnvelope.OLD, KitEnvelope.EARLY, KitEnvelope.BY_THE_AGENCY);

  private static final int FIRST_PERSON = 1_000;

  private KitFixtures() {}

  /**
   * A file and the answer to it.
   *
   * @param shows name of the case
   * @param name file name in the inbox
   * @param sealed the bytes to upload
   * @param acknowledgement the expected answer
   */
  public record Sent(String shows, String name, byte[] sealed, JsonNode acknowledgement) {}

  /**
   * The files in the order of sending, about people whom other tests of the world do not use.
   *
   * @param seed of the world's people
   * @param first sequence number of the first file
   */
  public static List<Sent> files(
      long seed, SecretKey gateway, SecretKey agency, Instant at, int first) throws IOException {
    SecretKey stranger = KeyMaker.make("A stranger", at, null);
    KitKeys keys = new KitKeys(gateway, agency, agency, stranger, Map.of());
    return KitFiles.make(
            SyntheticPeople.make(KitFiles.PEOPLE, seed).subList(FIRST_PERSON, KitFiles.PEOPLE),
            at,
            keys,
            first,
            one -> !OTHER_KEYS.contains(one.envelope()))
        .stream()
        .map(
            file ->
                new Sent(file.source().slug(), file.name(), file.sealed(), file.acknowledgement()))
        .toList();
  }
}
