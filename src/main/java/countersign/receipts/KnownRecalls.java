package countersign.receipts;

/** The recalls that an officer's document may answer. */
@FunctionalInterface
public interface KnownRecalls {
  /** Whether a recall of that id is about the response. */
  boolean isAbout(String recall, String response);
}
