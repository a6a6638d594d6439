package countersign.console;

import countersign.request.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people may do with holds; the same for page and API. Stateless. */
final class Holding {
  private static final Set<String> SCOPES = Set.of("ALL", "AGREEMENT", "AGENCY", "FILE", "OFFICER");

  private final Holds holds;

  Holding(Holds holds) {
    this.holds = holds;
  }

  List<Hold> all() {
    return holds.all();
  }

  /**
   * Stops everything in a scope.
   *
   * @throws Fault without a reason, or if the scope is none of the five words or names nothing
   */
  Hold set(Hold.Wanted wanted, Caller caller) {
    String scope = wanted.scope() == null ? "ALL" : wanted.scope();
    String value = scope.equals("ALL") ? "*" : stripped(wanted.value());
    if (!SCOPES.contains(scope) || value.isEmpty() || value.length() > 128) {
      throw Fault.of(
          Refusal.C400_MALFORMED,
          "A hold's scope is ALL, AGREEMENT, AGENCY, FILE or OFFICER, and all but ALL name which one. Nothing was stopped.");
    }
    return holds.set(scope, value, caller.actor(), Reasons.given(wanted.reason()));
  }

  /**
   * Lifts a hold, by someone else than who set it.
   *
   * @throws Fault without a reason, for the one who set it, or if there is none of that number
   */
  Hold lift(long id, Hold.Lift lift, Caller caller) {
    Hold hold = holds.byId(id).orElseThrow(Holding::unknown);
    if (hold.stands() && hold.setBy().equals(caller.account())) {
      throw new Fault(
          HttpStatus.FORBIDDEN,
          ReasonCode.S506_ACCESS.name(),
          ReasonCode.S506_ACCESS.sentence(),
          "Hold %d was set by %s; somebody else must lift it. It still stands."
              .formatted(id, hold.setBy()),
          Map.of());
    }
    String reason = Reasons.given(lift.reason());
    return holds.lift(id, caller.actor(), reason).orElseThrow(Holding::unknown);
  }

  private static Fault unknown() {
    return Fault.of(Refusal.C404_UNKNOWN, "There is no hold of that number.");
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
