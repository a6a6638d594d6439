package countersign.delivery;

import java.util.Set;

/** The classes whose work exists only because decisions and seals are signed. */
public final class VerifyingFrames {
  private static final Set<String> CLASSES =
      Set.of(
          "countersign.disclosure.Disclosures$Verifier",
          "countersign.disclosure.LostDenials",
          "countersign.delivery.SealCheck",
          "countersign.delivery.JdbcFileOrigin",
          "countersign.delivery.MissingStops",
          "countersign.sealing.SealVerification",
          "countersign.sealing.SealSignature",
          "countersign.sealing.JdbcSealStatements",
          "countersign.sealing.SealHistory",
          "countersign.sealing.Recipients");

  /** Reports an event, after it has verified; the step that it wraps is no verification. */
  private static final String WRAPPER = "reported";

  private VerifyingFrames() {}

  /** Whether a thread with these frames signs or verifies. */
  public static boolean isIn(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (CLASSES.contains(frame.getClassName()) && !frame.getMethodName().equals(WRAPPER)) {
        return true;
      }
    }
    return false;
  }
}
