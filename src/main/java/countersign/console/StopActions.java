package countersign.console;

import countersign.authority.Stop;
import countersign.authority.Stops;
import countersign.request.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people may do with holds; the same for page and API. Stateless. */
final class StopActions {
  private static final int LONGEST_VALUE = 128;

  private final Stops stops;

  StopActions(Stops stops) {
    this.stops = stops;
  }

  List<Hold> all() {
    return stops.all().stream().map(Hold::of).toList();
  }

  /** The hold that stops everything, if one stands. */
  Optional<Hold> onEverything() {
    return all().stream().filter(hold -> hold.stands() && hold.scope().equals("ALL")).findFirst();
  }

  /**
   * Stops everything in a scope.
   *
   * @throws ApiException without a reason, or if the scope is none of the five words or names
   *     nothing
   */
  Hold set(Hold.Wanted wanted, Caller caller) {
    Stop.Scope scope = scope(wanted.scope());
    String value = scope == Stop.Scope.ALL ? "*" : stripped(wanted.value());
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      throw malformed();
    }
    String reason = WrittenReason.given(wanted.reason());
    return Hold.of(stops.set(scope, value, caller.actor(), reason));
  }

  private static Stop.Scope scope(@Nullable String word) {
    if (word == null) {
      return Stop.Scope.ALL;
    }
    return Arrays.stream(Stop.Scope.values())
        .filter(scope -> scope.name().equals(word))
        .findFirst()
        .orElseThrow(StopActions::malformed);
  }

  private static ApiException malformed() {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED,
        "A hold's scope is ALL, AGREEMENT, AGENCY, FILE or OFFICER, and all but ALL name which one. Nothing was stopped.");
  }

  /**
   * Lifts a hold, by someone else than who set it.
   *
   * @throws ApiException without a reason, for the one who set it, or if there is none of that
   *     number
   */
  Hold lift(long id, Hold.Lift lift, Caller caller) {
    Hold hold = stops.find(id).map(Hold::of).orElseThrow(StopActions::unknown);
    if (hold.stands() && hold.setBy().equals(caller.account())) {
      throw new ApiException(
          HttpStatus.FORBIDDEN,
          ReasonCode.S506_ACCESS.name(),
          ReasonCode.S506_ACCESS.sentence(),
          "Hold %d was set by %s; somebody else must lift it. It still stands."
              .formatted(id, hold.setBy()),
          Map.of());
    }
    String reason = WrittenReason.given(lift.reason());
    return stops.lift(id, caller.actor(), reason).map(Hold::of).orElseThrow(StopActions::unknown);
  }

  private static ApiException unknown() {
    return ApiException.of(ConsoleRefusal.C404_UNKNOWN, "There is no hold of that number.");
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
