package countersign.reviewdesk;

/** Why a control case must be denied. A reviewer sees it by comparing the three columns. */
public enum ControlFlaw {
  /** The record is about a person with another given name and another birth date. */
  OTHER_PERSON("The record is about another person."),
  /** What would leave is an earlier address, not the last known one. */
  FORMER_ADDRESS("A former address would leave."),
  /** What would leave is on no record. */
  ADDRESS_NOT_ON_RECORD("An address that is on no record would leave.");

  private final String sentence;

  ControlFlaw(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong, as one sentence. */
  public String sentence() {
    return sentence;
  }
}
