package countersign.arrival;

import countersign.profile.FileKind;
import countersign.request.FileId;

/**
 * Proof that a file is claimed: its id is used up and its sealed bytes are kept.
 *
 * @param id id of the file from now on
 * @param kind the route that the file takes
 * @param partner the owner of the inbox
 */
public record ReceivedFile(FileId id, FileKind kind, String partner) {

  /** The kind as one lower-case word, for a route's dynamic target. */
  public String kindWord() {
    return kind.word();
  }
}
