package countersign.modelcheck;

/** What the rules say about the response to one request, from its release to its delivery. */
final class AnswerModel {
  private static final String DONE = "DONE";
  private static final String NOTHING = "NOTHING";

  private String state = "";
  private int approvedFor;
  private int sealedTo;
  private boolean uploads;
  private boolean held;
  private boolean draftChanged;

  /**
   * The response is released.
   *
   * @param officersKey the key for which two people approved it; 0 if it discloses nothing
   */
  void release(int officersKey) {
    state = "RELEASED";
    approvedFor = officersKey;
  }

  /** A draft that changes after the release is no longer the one that two people approved. */
  int nextDraft(int draft) {
    draftChanged |= !state.isEmpty() && discloses();
    return draft + 1;
  }

  boolean is(String wanted) {
    return state.equals(wanted);
  }

  boolean isUnderWay() {
    return !state.isEmpty() && !is("DELIVERED");
  }

  private boolean discloses() {
    return approvedFor != 0;
  }

  String seal(HaltModel stop, HaltModel veto, int officersKey) {
    if (!is("RELEASED")) {
      return state.isEmpty() ? NOTHING : DONE;
    }
    if (isHalted(stop, veto)) {
      return halted(stop);
    }
    if (discloses() && (approvedFor != officersKey || draftChanged)) {
      return "D411_APPROVAL_NOT_VERIFIED";
    }
    state = "SEALED";
    sealedTo = officersKey;
    return DONE;
  }

  String begin(HaltModel stop, HaltModel veto, int officersKey) {
    boolean waits = is("SEALED") || is("UPLOADING");
    if (state.isEmpty()) {
      return NOTHING;
    }
    if (waits && sealedTo != officersKey) {
      return "D412_SEAL_NOT_VERIFIED";
    }
    if (is("UPLOADING") && uploads) {
      return "UPLOAD_UNDER_WAY";
    }
    if (isHalted(stop, veto)) {
      return halted(stop);
    }
    if (!waits) {
      return "UNEXPECTED_STATE";
    }
    if (draftChanged) {
      return "D411_APPROVAL_NOT_VERIFIED";
    }
    state = "UPLOADING";
    uploads = true;
    held = true;
    return DONE;
  }

  /** The gateway dies when the begin is committed and the journal has no line of it. */
  void beginWithoutLine(HaltModel stop, HaltModel veto, int officersKey) {
    boolean before = held;
    begin(stop, veto, officersKey);
    held = before;
  }

  private boolean isHalted(HaltModel stop, HaltModel veto) {
    return stop.stands() || (discloses() && veto.stands());
  }

  private static String halted(HaltModel stop) {
    return stop.stands() ? "STOPPED" : "A110_COUNSEL_REFUSED";
  }

  String fail() {
    uploads = false;
    return DONE;
  }

  String end() {
    if (!held) {
      return NOTHING;
    }
    if (is("UPLOADING")) {
      state = "DELIVERED";
    }
    return is("DELIVERED") ? DONE : NOTHING;
  }

  /** State and outcome, as the tables have them; empty before the release. */
  @Override
  public String toString() {
    String outcome = discloses() ? " DISCLOSED" : " NOT_DISCLOSED";
    return state.isEmpty() ? "" : state + outcome;
  }
}
