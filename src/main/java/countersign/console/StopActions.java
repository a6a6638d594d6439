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

/** Sets, lifts and lists stops, for both pages and API. Stateless. */
final class StopActions {
  private static final int LONGEST_VALUE = 128;

  private final Stops stops;

  StopActions(Stops stops) {
    this.stops = stops;
  }

  List<StopJson> all() {
    return stops.all().stream().map(StopJson::of).toList();
  }

  /** The stop on everything, if one is in force. */
  Optional<StopJson> onEverything() {
    return all().stream().filter(stop -> stop.active() && stop.scope().equals("ALL")).findFirst();
  }

  /**
   * Stops every disclosure in a scope.
   *
   * @throws ApiException if no reason is given, the scope is none of the five constants, or the id
   *     that the scope needs is missing or too long
   */
  StopJson set(StopJson.Wanted wanted, Caller caller) {
    Stop.Scope scope = scope(wanted.scope());
    String value = scope == Stop.Scope.ALL ? "*" : WrittenReason.text(stripped(wanted.value()));
    if (value.isEmpty() || value.length() > LONGEST_VALUE) {
      throw malformed();
    }
    String reason = WrittenReason.given(wanted.reason());
    return StopJson.of(stops.set(scope, value, caller.actor(), reason));
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
        "The scope of a stop is ALL, AGREEMENT, AGENCY, FILE or OFFICER. Every scope but ALL also needs an id. Nothing was stopped.");
  }

  /**
   * Lifts a stop. The person who set it must not lift it.
   *
   * @throws ApiException if no reason is given, the caller set the stop, or no stop has this number
   */
  StopJson lift(long id, StopJson.Lift lift, Caller caller) {
    StopJson stop = stops.find(id).map(StopJson::of).orElseThrow(StopActions::unknown);
    if (stop.active() && stop.setBy().equals(caller.account())) {
      throw new ApiException(
          HttpStatus.FORBIDDEN,
          ReasonCode.S506_ACCESS.name(),
          ReasonCode.S506_ACCESS.sentence(),
          "Stop %d was set by %s. Another person must lift it. The stop is still in force."
              .formatted(id, stop.setBy()),
          Map.of());
    }
    String reason = WrittenReason.given(lift.reason());
    return stops
        .lift(id, caller.actor(), reason)
        .map(StopJson::of)
        .orElseThrow(StopActions::unknown);
  }

  private static ApiException unknown() {
    return ApiException.of(ConsoleRefusal.C404_UNKNOWN, "There is no stop with this number.");
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
