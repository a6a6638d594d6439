package countersign.recordsource;

import countersign.request.Unavailable;

/** Why a reply is refused, in words that contain nothing of the reply. */
public final class RefusedReply {
  private RefusedReply() {}

  /**
   * The exception for a reply of which nothing is used. The slice is looked up again, because a
   * source may be in the middle of a change.
   *
   * @param why a name of a field or a rule, never a value
   */
  public static Unavailable because(String why) {
    return new Unavailable(
        "RECORDS_REPLY",
        "The record source's reply was refused (%s); nothing of it was used. Compare it with docs/schema/find-addresses-reply.json. The slice is looked up again."
            .formatted(why),
        null);
  }
}
