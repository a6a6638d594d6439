package countersign.intake;

import countersign.profile.FileKind;
import countersign.request.FileId;

/**
 * Proof that a file is claimed: its id is used up and its sealed bytes are kept.
 *
 * @param id under which it is known from now on
 * @param kind which way it goes
 * @param partner whose inbox it lay in
 */
public record ReceivedFile(FileId id, FileKind kind, String partner) {

  /** The kind as one lower-case word, for a route's dynamic target. */
  public String kindWord() {
    return kind.word();
  }
}
