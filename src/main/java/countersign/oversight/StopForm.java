package countersign.oversight;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the forms that preview and set a stop. A number is never written into a page again:
 * it is typed once for the preview and once more to confirm.
 *
 * @param kind STOP or VETO
 * @param scope kind of thing that is stopped
 * @param value id; for every scope but a person and days
 * @param number a taxpayer's number
 * @param from first day of pick-up
 * @param until last day of pick-up
 * @param reason reason for setting it
 * @param catchesNothing confirms that nothing is caught now
 * @param previewed value that the preview named
 */
record StopForm(
    @Nullable String kind,
    @Nullable String scope,
    @Nullable String value,
    @Nullable String number,
    @Nullable String from,
    @Nullable String until,
    @Nullable String reason,
    @Nullable Boolean catchesNothing,
    @Nullable String previewed) {

  /** The call that these fields stand for. */
  StopJson.Wanted wanted() {
    String of = Objects.requireNonNullElse(scope, "ALL");
    String named =
        switch (of) {
          case "SUBJECT" -> Objects.requireNonNullElse(number, "").replaceAll("[ -]", "");
          case "PICKED_UP" -> from + "/" + until;
          default -> value;
        };
    return new StopJson.Wanted(kind, of, named, reason, catchesNothing, previewed);
  }

  /** Whether these fields stop everything, which needs no preview. */
  boolean everything() {
    return scope == null || scope.equals("ALL");
  }

  /** Contains no field, because one may be a taxpayer's number. */
  @Override
  public String toString() {
    return "StopForm";
  }
}
