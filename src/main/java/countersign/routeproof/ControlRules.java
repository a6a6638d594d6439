package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a control, a branch and an upload need, and what a message is after them. Stateless. */
final class ControlRules {
  private static final String FILE = "file";
  private static final String SEALED = "sealed";
  private static final Map<String, Label> KINDS =
      Map.of(
          "request", Label.RECEIVED_REQUEST,
          "known", Label.RECEIVED_KNOWN,
          "receipt", Label.RECEIVED_RECEIPT);
  private static final Map<String, Label> ENDS =
      Map.of("request", Label.READ, "known", Label.JUDGED, "receipt", Label.FILED);

  private ControlRules() {}

  /**
   * A bean step.
   *
   * @param argument the expression between its brackets; empty if there is none
   */
  static State pass(Control control, String argument, Place place, State state) {
    if (control.name().equals("deliver")) {
      return deliver(control, argument, place, state);
    }
    if (!argument.isEmpty() && !argument.equals("${body}")) {
      throw Refusal.on(
          state,
          place,
          "%s takes the body and no argument".formatted(control.name()),
          "Write method: %s.".formatted(control.name()));
    }
    if (!state.unsure() && !control.takes().contains(state.label())) {
      throw misplaced(control, place, state);
    }
    return state.holding(control.gives());
  }

  private static Refusal misplaced(Control control, Place place, State state) {
    List<String> missing = Control.between(state.label(), control.takes());
    String why =
        missing.isEmpty()
            ? "it must stand directly behind %s".formatted(Control.giving(control.takes()))
            : "missing controls in front of it: %s".formatted(String.join(", ", missing));
    List<String> ahead = Control.ahead(state.label());
    return Refusal.on(
        state,
        place,
        "%s gets %s; %s%s"
            .formatted(
                control.name(),
                state.label().words(),
                why,
                ahead.isEmpty() ? "" : "; next on this path is " + ahead.get(0)),
        missing.isEmpty()
            ? "Put it directly behind %s.".formatted(Control.giving(control.takes()))
            : "Put %s in front of it.".formatted(String.join(", ", missing)));
  }

  private static State deliver(Control control, String argument, Place place, State state) {
    if (!state.uploaded()) {
      throw misplaced(control, place, state);
    }
    boolean kept =
        argument.equals("${variable.%s}".formatted(SEALED))
            && state.variable(SEALED).filter(Label.SEALED_FILE::equals).isPresent();
    if (!kept) {
      throw Refusal.on(
          state,
          place,
          "deliver does not get the sealed file that was uploaded: setVariable sealed from ${body} behind dispatch, or the argument, is missing",
          "Keep the file with setVariable sealed behind dispatch, and write deliver(${variable.sealed}).");
    }
    if (state.label() == Label.DELIVERED) {
      throw misplaced(control, place, state);
    }
    return state.holding(control.gives());
  }

  /** A sealed file goes to its partner's outbox. */
  static State upload(Endpoint target, State state) {
    if (state.label() != Label.SEALED_STREAM) {
      List<String> missing = Control.between(state.label(), Set.of(Label.SEALED_STREAM));
      List<String> ahead = missing.isEmpty() ? Control.ahead(state.label()) : missing;
      throw Refusal.on(
          state,
          target.place(),
          "an upload to a partner takes only the sealed bytes of a dispatched file, and the body is %s; controls that it goes around: %s"
              .formatted(
                  state.label().words(),
                  ahead.isEmpty() ? "dispatch, setBody ${body.content}" : String.join(", ", ahead)),
          "Upload only in the route that dispatch leads to, behind setBody ${body.content}.");
    }
    if (!target.name().equals(state.partner())) {
      throw Refusal.on(
          state,
          target.place(),
          "the file of partner %s would be uploaded to partner %s"
              .formatted(state.partner().isEmpty() ? "(unknown)" : state.partner(), target.name()),
          "Use the partner's own route: direct:outbox-${body.partner}.");
    }
    if (state.headers().get("CamelFileName") != Label.FILE_NAME) {
      throw Refusal.on(
          state,
          target.place(),
          "the upload has no name: setHeader CamelFileName from ${body.name} is missing",
          "Set the header in front of setBody.");
    }
    return state.asUploaded();
  }

  /** A received file goes the way of its kind. */
  static State branch(Walk walk, String prefix, String suffix, Place place, State state) {
    if (state.label() != Label.RECEIVED) {
      throw Refusal.on(
          state,
          place,
          "only a file that receive has claimed has a kind, and the body is %s; receive is missing or stands elsewhere"
              .formatted(state.label().words()),
          "Put the branch behind receive.");
    }
    walk.attempt(() -> assertKept(place, state), state);
    walk.attempt(() -> assertForgotten(place, state), state);
    KINDS.keySet().stream()
        .sorted()
        .forEach(
            kind ->
                walk.attempt(() -> way(walk, prefix + kind + suffix, kind, place, state), state));
    return state.holding(Label.JUDGED);
  }

  private static void assertKept(Place place, State state) {
    if (state.variable(FILE).filter(Label.FILE_ID::equals).isEmpty()) {
      throw Refusal.on(
          state,
          place,
          "the file's id is not kept for the error branches: setVariable file from ${body.id.value} is missing",
          "Add it behind receive.");
    }
  }

  private static void assertForgotten(Place place, State state) {
    if (!state.forgotten() || !state.headers().isEmpty()) {
      throw Refusal.on(
          state,
          place,
          "headers from the partner's server would go on: removeHeaders with the pattern \"*\" is missing",
          "Add it directly in front of the branch.");
    }
  }

  private static void way(Walk walk, String name, String kind, Place place, State state) {
    Label held = KINDS.getOrDefault(kind, Label.RECEIVED);
    Label end = ENDS.getOrDefault(kind, Label.JUDGED);
    State after = walk.call(name, state.holding(held), place);
    if (after.label() != end && !after.unsure()) {
      List<String> missing = Control.between(after.label(), Set.of(end));
      throw Refusal.on(
          after,
          place,
          "the route direct:%s ends with %s; the control %s is missing"
              .formatted(
                  name,
                  after.label().words(),
                  missing.isEmpty() ? Control.giving(Set.of(end)) : String.join(", ", missing)),
          "Add what is missing at its end.");
    }
  }

  /** A dispatched file goes to the outbox of its partner. */
  static State perPartner(Walk walk, String prefix, String suffix, Place place, State state) {
    if (state.label() != Label.SEALED_FILE) {
      throw Refusal.on(
          state,
          place,
          "only a file that dispatch gave has a partner to upload to, and the body is %s; dispatch is missing or stands elsewhere"
              .formatted(state.label().words()),
          "Put the step behind dispatch.");
    }
    State result = state.asUploaded();
    for (String partner : walk.partners()) {
      State after = outbox(walk, prefix + partner + suffix, partner, place, state);
      if (result.variable(SEALED).equals(state.variable(SEALED))) {
        result = after; // otherwise an earlier partner's route has lost the file
      }
    }
    return result;
  }

  private static State outbox(Walk walk, String name, String partner, Place place, State state) {
    try {
      State after = walk.call(name, state.inRouteOf(partner), place);
      if (after.label() == Label.UPLOADED) {
        return after.inRouteOf("");
      }
      if (!after.unsure()) {
        throw Refusal.on(
            after,
            place,
            "the outbox route of partner %s ends with %s; the upload is missing"
                .formatted(partner, after.label().words()),
            "Add the upload to sftp at its end.");
      }
    } catch (Refusal e) {
      walk.tell(e, state);
    }
    return state.asUploaded();
  }
}
