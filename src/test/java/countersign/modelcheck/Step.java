package countersign.modelcheck;

import java.util.List;

/** What a person, a timer or a route may do next with one request. */
enum Step {
  ADAMS_ENDORSES,
  CLARK_ENDORSES,
  BAKER_COUNTERSIGNS,
  CLARK_COUNTERSIGNS,
  /** With the hash of the first draft, whatever the draft is now. */
  BAKER_COUNTERSIGNS_THE_FIRST_DRAFT,
  ADAMS_DENIES,
  DUNN_DENIES,
  DUNN_RECONSIDERS,
  ELLIS_RECONSIDERS,
  DUNN_LIFTS_THE_DENIAL,
  ELLIS_LIFTS_THE_DENIAL,
  THE_DRAFT_CHANGES,
  THE_OFFICERS_KEY_CHANGES,
  A_DAY_PASSES,
  A_MONTH_PASSES,
  APPROVALS_EXPIRE,
  IT_IS_RELEASED,
  IT_IS_SEALED,
  THE_UPLOAD_BEGINS,
  THE_UPLOAD_FAILS,
  THE_UPLOAD_ENDS,
  DUNN_STOPS,
  DUNN_LIFTS_THE_STOP,
  CAROL_LIFTS_THE_STOP,
  PAUL_LIFTS_THE_STOP,
  DUNN_VETOES,
  DUNN_LIFTS_THE_VETO,
  CAROL_LIFTS_THE_VETO;

  /** The way of a case that two people approve and nothing delays. */
  static final List<Step> STRAIGHT =
      List.of(
          ADAMS_ENDORSES,
          BAKER_COUNTERSIGNS,
          IT_IS_RELEASED,
          IT_IS_SEALED,
          THE_UPLOAD_BEGINS,
          THE_UPLOAD_ENDS);

  /** The steps whose every order is tried. */
  static final List<Step> KEY =
      List.of(
          ADAMS_ENDORSES,
          CLARK_ENDORSES,
          BAKER_COUNTERSIGNS,
          CLARK_COUNTERSIGNS,
          DUNN_DENIES,
          THE_DRAFT_CHANGES,
          A_DAY_PASSES,
          IT_IS_RELEASED,
          DUNN_STOPS);

  /**
   * A step, done or broken off.
   *
   * @param crashes whether the gateway dies before the step commits; at the begin of an upload
   *     after the commit, and before the journal has its line
   */
  record Try(Step step, boolean crashes) {
    static Try of(Step step) {
      return new Try(step, false);
    }

    @Override
    public String toString() {
      return crashes ? step + " (crash)" : step.toString();
    }
  }
}
