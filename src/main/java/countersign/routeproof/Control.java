package countersign.routeproof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step that the gateway defines: the bean and method that a route names, what it takes and what
 * it gives. Everything that is not in {@link #ALL} is refused.
 *
 * @param ref name of the bean; empty for a step that is no bean
 * @param name method of the bean, or name of the step
 * @param takes what the message must hold
 * @param gives what it holds then
 */
record Control(String ref, String name, Set<Label> takes, Label gives) {
  private static final List<Control> ALL =
      List.of(
          of("intake", "receive", Label.ARRIVING, Label.RECEIVED),
          new Control(
              "intake", "open", EnumSet.of(Label.RECEIVED_REQUEST, Label.REOPENED), Label.OPENED),
          of("intake", "read", Label.OPENED, Label.READ),
          of("receipts", "unseal", Label.RECEIVED_RECEIPT, Label.RECEIPT),
          of("", "to dataformat:receipt:unmarshal", Label.RECEIPT, Label.STATED),
          of("", "to bean-validator:receipt", Label.STATED, Label.CONSTRAINED),
          of("receipts", "confirm", Label.CONSTRAINED, Label.FILED),
          of("intake", "reopen", Label.JUDGE_ID, Label.REOPENED),
          of("intake", "load", Label.LOOKUP_ID, Label.SCREENED),
          of("records", "match", Label.SCREENED, Label.LOOKED_UP),
          of("redactor", "redact", Label.LOOKED_UP, Label.REDACTED),
          of("approvals", "draft", Label.REDACTED, Label.DRAFTED),
          of("jdbcFindAddresses", "find", Label.WANTED, Label.FOUND),
          of("recordSource", "ask", Label.WANTED, Label.ASKED),
          of("", "to records-https:find-addresses", Label.ASKED, Label.ANSWERED),
          of("", "to records-queue:find-addresses", Label.ASKED, Label.ANSWERED),
          of("", "to records-extension:find-addresses", Label.ASKED, Label.ANSWERED),
          of("", "to dataformat:recordReply:unmarshal", Label.ANSWERED, Label.PARSED),
          of("", "to bean-validator:recordReply", Label.PARSED, Label.VALIDATED),
          of("recordSource", "answer", Label.VALIDATED, Label.FOUND),
          of("", "to notify-mail:notices", Label.NOTICE, Label.TOLD),
          of("", "to notify-webhook:notices", Label.NOTICE, Label.TOLD),
          of("", "to notify-queue:notices", Label.NOTICE, Label.TOLD),
          of("", "to notify-topic:approval", Label.NOTICE, Label.TOLD),
          of("delivery", "acknowledge", Label.ACKNOWLEDGE_ID, Label.ACKNOWLEDGED),
          of("delivery", "release", Label.RELEASE_ID, Label.ACCOUNTED),
          of("delivery", "seal", Label.SEAL_ID, Label.SEALED_FOR_OFFICER),
          of("delivery", "dispatch", Label.DELIVER_ID, Label.SEALED_FILE),
          of("delivery", "deliver", Label.UPLOADED, Label.DELIVERED),
          of("routeErrorHandler", "drained", Label.DEAD_LETTER, Label.PARKED),
          of("", "branch (toD direct:${body.kindWord})", Label.RECEIVED, Label.RECEIVED_REQUEST),
          of("", "branch (toD direct:${body.kindWord})", Label.RECEIVED, Label.JUDGED),
          of("", "setBody ${body.content}", Label.SEALED_FILE, Label.SEALED_STREAM),
          of("", "upload (to sftp)", Label.SEALED_STREAM, Label.UPLOADED),
          of("", "stop", Label.RECEIVED_KNOWN, Label.JUDGED));

  Control {
    takes = Set.copyOf(takes);
  }

  private static Control of(String ref, String name, Label takes, Label gives) {
    return new Control(ref, name, EnumSet.of(takes), gives);
  }

  /** The controls that are beans, in the order of processing. */
  static List<Control> beans() {
    return ALL.stream().filter(one -> !one.ref.isEmpty()).toList();
  }

  /** The names of the beans that a path may use. */
  static Set<String> refs() {
    Set<String> refs = new java.util.TreeSet<>();
    beans().forEach(one -> refs.add(one.ref));
    return refs;
  }

  static Optional<Control> find(String ref, String method) {
    return ALL.stream()
        .filter(one -> !one.ref.isEmpty() && one.ref.equals(ref) && one.name.equals(method))
        .findFirst();
  }

  /** The step {@code to} that sends to this endpoint of the record source or of notices. */
  static Optional<Control> sending(String uri) {
    return ALL.stream()
        .filter(one -> one.ref.isEmpty() && one.name.equals("to " + uri))
        .findFirst();
  }

  /**
   * The controls between what a message holds and what it should hold; empty if none lead there.
   */
  static List<String> between(Label from, Set<Label> wanted) {
    Map<Label, List<String>> ways = new EnumMap<>(Label.class);
    ways.put(from, List.of());
    Deque<Label> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Label at = open.poll();
      List<String> way = ways.getOrDefault(at, List.of());
      if (wanted.contains(at)) {
        return way;
      }
      for (Control next : ALL) {
        if (next.takes.contains(at) && !ways.containsKey(next.gives)) {
          List<String> longer = new ArrayList<>(way);
          longer.add(next.name);
          ways.put(next.gives, longer);
          open.add(next.gives);
        }
      }
    }
    return List.of();
  }

  /** The controls that a message has still to pass on its path. */
  static List<String> ahead(Label from) {
    List<String> names = new ArrayList<>();
    Label at = from;
    Optional<Control> next = next(at);
    while (next.isPresent() && names.size() < ALL.size()) {
      names.add(next.get().name);
      at = next.get().gives;
      next = next(at);
    }
    if (at == Label.DRAFTED) {
      names.addAll(List.of("endorse", "countersign", "release", "seal"));
    }
    return names;
  }

  private static Optional<Control> next(Label at) {
    return ALL.stream().filter(one -> one.takes.contains(at)).findFirst();
  }

  /** The control that gives what another one takes. */
  static String giving(Set<Label> wanted) {
    return ALL.stream()
        .filter(one -> wanted.contains(one.gives))
        .map(one -> one.name)
        .findFirst()
        .orElse("the start of the route");
  }

  /** The controls that a path lacks at its end, in words. */
  static String missing(Label has, Set<Label> ends) {
    List<String> ahead = between(has, ends);
    return ahead.isEmpty()
        ? "the control %s is missing".formatted(giving(ends))
        : "missing controls: %s".formatted(String.join(", ", ahead));
  }
}
