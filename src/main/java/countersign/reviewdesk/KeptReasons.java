package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.util.Map;

/** What people wrote about a case before they decide. Only the author of a text reads it. */
public interface KeptReasons {

  /** What a text is for. */
  enum Purpose {
    /** The first approval, or a denial in its place. */
    ENDORSE,
    /** The second approval, or a denial in its place. */
    COUNTERSIGN,
    /** A denial by a person who does not approve. */
    DENY,
    /** The lifting of a denial. */
    LIFT
  }

  /** Stores the text in place of an earlier one; an empty text removes it. */
  void keep(RequestKey key, String author, Purpose purpose, String text);

  /** The author's texts about a case. */
  Map<Purpose, String> of(RequestKey key, String author);
}
