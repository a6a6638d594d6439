package countersign.delivery;

import countersign.lifecycle.Entity;
import countersign.request.FileId;
import java.security.SecureRandom;

/** Ids of what goes out; the id tells which of the two it is, and its name in the outbox. */
final class OutgoingId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int RANDOM_CHARACTERS = 8;

  private OutgoingId() {}

  /** A response id that tells nothing about how many there are. */
  static String newResponse(FileId file) {
    StringBuilder id = new StringBuilder(file.value()).append(".rsp.");
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** What a response's or acknowledgement's id names. */
  static Entity entity(String id) {
    return id.contains(".rsp.") ? Entity.RESPONSE : Entity.ACKNOWLEDGEMENT;
  }

  /** Its name in the outbox. */
  static String fileName(String id) {
    return id + (entity(id) == Entity.RESPONSE ? ".ndjson.pgp" : ".json.pgp");
  }
}
