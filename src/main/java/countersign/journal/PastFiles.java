package countersign.journal;

import java.time.LocalDate;
import java.util.List;

/** What a partner's folders are compared with. A port; the adapter reads the tables. */
public interface PastFiles {

  /** Names that no file has, unless a newer database knows it. */
  List<UnknownFile> names(String partner, LocalDate today);

  /**
   * COMMITS that nothing is released until two people have confirmed it, if the database does not
   * know such a file now either: another gateway may have put it there a moment ago.
   *
   * @return whether it is unknown and nobody has confirmed it
   */
  boolean recordUnknown(UnknownFile file);

  /** From now on uploads to a partner wait until its folders have been compared. */
  void uploadsWait(String partner);

  /** Uploads to a partner wait no longer. */
  void uploadsGoOn(String partner);
}
