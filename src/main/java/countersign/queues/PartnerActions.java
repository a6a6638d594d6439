package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.WrittenReason;
import countersign.operations.Inboxes;
import countersign.operations.PartnerReload;
import countersign.pause.PartnerPause;
import countersign.pause.PartnerPauses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators do with partners, for the page and the calls. Stateless. */
final class PartnerActions {
  private final Inboxes inboxes;
  private final PartnerPauses pauses;
  private final PartnerReload reload;

  PartnerActions(Inboxes inboxes, PartnerPauses pauses, PartnerReload reload) {
    this.inboxes = inboxes;
    this.pauses = pauses;
    this.reload = reload;
  }

  /** Every partner in force, and those that are paused and no longer in force; sorted. */
  List<PartnerJson> all() {
    Map<String, PartnerPause> left = new LinkedHashMap<>();
    pauses.all().forEach(one -> left.put(one.partner(), one));
    List<PartnerJson> partners = new ArrayList<>();
    inboxes.look().forEach(box -> partners.add(PartnerJson.of(box, left.remove(box.partner()))));
    left.values().forEach(one -> partners.add(PartnerJson.removed(one)));
    return partners;
  }

  /** Pauses a partner in force, or resumes a paused one. */
  Map<String, String> decide(String step, String partner, @Nullable String reason, Caller caller) {
    boolean known = all().stream().anyMatch(one -> one.partner().equals(partner));
    if (!known) {
      throw ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No partner has this id.");
    }
    String why = WrittenReason.given(reason);
    boolean done =
        switch (step) {
          case "pause" -> pauses.pause(partner, caller.actor(), why);
          case "resume" -> pauses.resume(partner, caller.actor(), why);
          default ->
              throw ApiException.of(ConsoleRefusal.C404_UNKNOWN, "This action does not exist.");
        };
    if (!done) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "The partner is %s already. Nothing was changed."
              .formatted(step.equals("pause") ? "paused" : "not paused"));
    }
    return Map.of("partner", partner, "outcome", step.equals("pause") ? "PAUSED" : "RESUMED");
  }

  /** What a reload would do. */
  PartnerReload.Preview preview() {
    return reload.preview();
  }

  /**
   * Reads documents and routes again.
   *
   * @throws ApiException if there are problems, and nothing was changed then; or if a route did not
   *     begin, and everything else is in force then
   */
  PartnerReload.Preview reload(@Nullable String reason, Caller caller) {
    String why = WrittenReason.given(reason);
    PartnerReload.Preview done = reload.reload(caller.actor(), why);
    if (!done.problems().isEmpty()) {
      throw ApiException.of(
          ConsoleRefusal.C409_RELOAD_REFUSED,
          "%s Nothing was changed.".formatted(String.join("\n", done.problems())));
    }
    if (!done.unstarted().isEmpty()) {
      throw ApiException.of(
          ConsoleRefusal.C409_ROUTE_NOT_STARTED,
          "The documents are in force. %s".formatted(String.join("\n", done.unstarted())));
    }
    return done;
  }
}
