package countersign.kit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finished file of the kit with the answer that is expected.
 *
 * @param number position in the kit, from 1, in the order of sending
 * @param source what the file shows
 * @param name file name in {@code inbox/}
 * @param plain the plaintext; null if no program that seals correctly gets this answer
 * @param sealed the bytes to upload
 * @param acknowledgement the first acknowledgement; the times and the hash of the sealed file are
 *     null, and {@code answerBy} is missing
 * @param responses officers and results of each response
 */
record KitFile(
    int number,
    KitCase source,
    String name,
    byte @Nullable [] plain,
    byte[] sealed,
    ObjectNode acknowledgement,
    ArrayNode responses) {

  /** The name of the plaintext. */
  String plainName() {
    return name.replaceFirst("\\.(pgp|asc)$", "");
  }

  /** ACCEPTED, HELD or REFUSED. */
  String result() {
    return acknowledgement.path("result").asString();
  }

  @Override
  public String toString() {
    return number + " " + source.slug();
  }
}
