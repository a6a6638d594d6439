package countersign.oversight;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.DecisionKeys.Signature;
import countersign.console.WrittenReason;
import countersign.request.ReasonCode;
import countersign.request.Role;
import countersign.stops.Stop;
import countersign.stops.StopPreviews;
import countersign.stops.StopValues;
import countersign.stops.Stops;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Previews, sets, lifts and lists stops, for both pages and API. Stateless. */
final class StopActions {
  private static final int LONGEST_VALUE = 128;

  private final Stops stops;
  private final StopValues values;
  private final StopPreviews previews;

  StopActions(Stops stops, StopValues values, StopPreviews previews) {
    this.stops = stops;
    this.values = values;
    this.previews = previews;
  }

  /** How a person signs the setting of this stop. A stop of everything is set at once. */
  static Signature signature(StopJson.Wanted wanted) {
    String scope = wanted.scope();
    return scope == null || scope.equals(Stop.Scope.ALL.name())
        ? Signature.IF_PASSWORD
        : Signature.IF_ENROLLED_AND_IN_P;
  }

  List<StopJson> all() {
    return stops.all().stream().map(StopJson::of).toList();
  }

  /**
   * The values of a scope that can be listed.
   *
   * @throws ApiException if there is no such scope
   */
  List<String> values(@Nullable String scope) {
    return values.known(scope(scope));
  }

  /**
   * What a stop would catch.
   *
   * @throws ApiException if the scope has no such value, or the caller may not set this stop
   */
  StopJson.Preview preview(StopJson.Wanted wanted, Caller caller) {
    Stop.Target target = target(wanted, kind(wanted.kind()), caller);
    return StopJson.Preview.of(target, previews.of(target));
  }

  /**
   * Stops every disclosure in a scope.
   *
   * @throws ApiException if no reason is given, the scope has no such value, the caller may not set
   *     this stop, it is not the one that was previewed, or it catches nothing and the caller does
   *     not say so. A stop of everything is never questioned.
   */
  StopJson set(StopJson.Wanted wanted, Caller caller) {
    Stop.Kind kind = kind(wanted.kind());
    Stop.Target target = target(wanted, kind, caller);
    String reason = WrittenReason.given(wanted.reason());
    if (wanted.previewed() != null && !wanted.previewed().equals(target.value())) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "This is not what the preview showed. If it is a person, the two numbers differ. Nothing was stopped.");
    }
    if (target.scope() != Stop.Scope.ALL
        && !Boolean.TRUE.equals(wanted.catchesNothing())
        && previews.of(target).catchesNothing()) {
      throw ApiException.of(
          ConsoleRefusal.C409_CATCHES_NOTHING,
          "No request or file waits in this scope. Check the value. If you mean it, set the stop again and confirm that it catches nothing now. Nothing was stopped.");
    }
    return StopJson.of(stops.set(kind, target, caller.actor(), reason));
  }

  private Stop.Target target(StopJson.Wanted wanted, Stop.Kind kind, Caller caller) {
    Stop.Scope scope = scope(wanted.scope());
    requireRole(kind, scope, caller);
    String value = WrittenReason.text(stripped(wanted.value()));
    boolean everything = scope == Stop.Scope.ALL;
    if (everything != (value.isEmpty() || value.equals("*")) || value.length() > LONGEST_VALUE) {
      throw malformed();
    }
    try {
      return values.target(scope, value);
    } catch (StopValues.UnknownValue unknown) {
      throw ApiException.of(
          ConsoleRefusal.C422_UNKNOWN_VALUE, unknown.getMessage() + " Nothing was stopped.");
    }
  }

  private static void requireRole(Stop.Kind kind, Stop.Scope scope, Caller caller) {
    boolean veto = kind == Stop.Kind.VETO;
    if (veto && scope != Stop.Scope.FILE && scope != Stop.Scope.SUBJECT) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED,
          "A veto is on a file or a person. For everything else set a stop. Nothing was stopped.");
    }
    if ((veto || scope == Stop.Scope.SUBJECT) && !caller.is(Role.COUNSEL)) {
      throw forbidden(
          ReasonCode.S506_ACCESS,
          "Only counsel sets a veto or a stop of a person. Nothing was stopped.");
    }
  }

  private static Stop.Kind kind(@Nullable String word) {
    return word == null || word.isEmpty() ? Stop.Kind.STOP : named(Stop.Kind.values(), word);
  }

  private static Stop.Scope scope(@Nullable String word) {
    return word == null ? Stop.Scope.ALL : named(Stop.Scope.values(), word);
  }

  private static <E extends Enum<E>> E named(E[] all, String word) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(StopActions::malformed);
  }

  private static ApiException malformed() {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED,
        "The scope of a stop is ALL, AGREEMENT, AGENCY, FILE, OFFICER, SUBJECT, DISTRICT or PICKED_UP. Every scope but ALL also needs a value, and ALL has none. Nothing was stopped.");
  }

  /**
   * Proposes to lift a stop, or lifts it if another person has proposed it.
   *
   * @throws ApiException if no reason is given, the caller may not take the next step, or no stop
   *     has this number
   */
  StopJson lift(long id, StopJson.Lift lift, Caller caller) {
    String reason = WrittenReason.given(lift.reason());
    try {
      return stops
          .lift(id, new Stops.Lifter(caller.actor(), caller.is(Role.COUNSEL)), reason)
          .map(StopJson::of)
          .orElseThrow(
              () ->
                  ApiException.of(
                      ConsoleRefusal.C404_UNKNOWN, "There is no stop with this number."));
    } catch (Stops.NotAllowed refusal) {
      throw forbidden(refusal.code(), String.valueOf(refusal.getMessage()));
    }
  }

  private static ApiException forbidden(ReasonCode code, String detail) {
    return new ApiException(HttpStatus.FORBIDDEN, code.name(), code.sentence(), detail, Map.of());
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
