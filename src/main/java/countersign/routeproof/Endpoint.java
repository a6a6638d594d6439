package countersign.routeproof;

import countersign.routefile.Attempts;
import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The target or source of a route: a route of the gateway, a queue or a partner's folder. Any other
 * component is refused.
 *
 * @param place where it is written
 * @param kind which of them it is
 * @param name name of the route or queue; of a folder its partner
 * @param uri as it is written, without options
 */
record Endpoint(Place place, Kind kind, String name, String uri) {
  private static final Pattern SFTP =
      Pattern.compile(
          "sftp://\\{\\{partner\\.([A-Za-z0-9_-]+)\\.user}}@\\{\\{partner\\.\\1\\.host}}:\\{\\{partner\\.\\1\\.port}}/(?:(inbox|outbox)|\\{\\{partner\\.\\1\\.(inbox|outbox)}})");
  private static final Pattern DIRECT = Pattern.compile("direct:([A-Za-z0-9_-]+)");
  private static final Pattern QUEUE = Pattern.compile("activemq6:queue:([A-Za-z0-9.>_-]+)");

  /** The kinds of endpoints. */
  enum Kind {
    DIRECT("gateway"),
    QUEUE("queue"),
    INBOX("partner"),
    OUTBOX("partner"),
    SOURCE("record source"),
    DOCUMENT("gateway"),
    NOTICE("notices");

    private final String zone;

    Kind(String zone) {
      this.zone = zone;
    }

    /** Where a message is when it is there. */
    String zone() {
      return zone;
    }
  }

  private record Value(Place place, String text) {}

  /** Whether both name the same, wherever they are written. */
  boolean equalsButPlace(Endpoint other) {
    return kind == other.kind && name.equals(other.name) && uri.equals(other.uri);
  }

  /**
   * Judges an endpoint.
   *
   * @param node {@code from}, {@code to} or {@code toD}: a text, or {@code uri} with {@code
   *     parameters}
   * @param faults gets the refusals of its options; an unknown address is thrown
   */
  static Endpoint of(YamlNode node, String owner, Consumer<Refusal> faults) {
    YamlNode uri = node.kind() == YamlNode.Kind.TEXT ? node : node.need("uri", owner);
    String text = uri.asText("uri");
    int query = text.indexOf('?');
    String base = query < 0 ? text : text.substring(0, query);
    Map<String, Value> values = new LinkedHashMap<>();
    Attempts options = new Attempts();
    if (query >= 0) {
      options.attempt(() -> addQuery(values, uri.place(), text.substring(query + 1), owner));
    }
    options.attempt(
        () -> node.get("parameters").ifPresent(more -> addParameters(values, more, owner)));
    Endpoint found = judged(uri.place(), base, owner);
    options.attempt(() -> check(uri.place(), values, found.options(), owner));
    try {
      options.end();
    } catch (Refusal e) {
      faults.accept(e);
    }
    return found;
  }

  private static void addQuery(Map<String, Value> values, Place place, String query, String owner) {
    for (String pair : query.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at < 1) {
        throw Refusal.at(
            place, "%s has an option without a value".formatted(owner), "Write name=value.");
      }
      add(values, pair.substring(0, at), new Value(place, pair.substring(at + 1)), owner);
    }
  }

  private static void addParameters(Map<String, Value> values, YamlNode more, String owner) {
    more.asMapping("parameters")
        .forEach(
            (name, value) ->
                add(values, name, new Value(value.place(), value.asText(name)), owner));
  }

  private static void add(Map<String, Value> values, String name, Value value, String owner) {
    if (values.putIfAbsent(name, value) != null) {
      throw Refusal.at(
          value.place,
          "%s has the option %s twice".formatted(owner, name),
          "Remove one of the two.");
    }
  }

  private static Endpoint judged(Place place, String base, String owner) {
    Matcher direct = DIRECT.matcher(base);
    Matcher queue = QUEUE.matcher(base);
    Matcher sftp = SFTP.matcher(base);
    if (direct.matches()) {
      return new Endpoint(place, Kind.DIRECT, direct.group(1), base);
    }
    if (queue.matches()) {
      return new Endpoint(place, Kind.QUEUE, queue.group(1), base);
    }
    if (sftp.matches()) {
      String role = sftp.group(2) == null ? sftp.group(3) : sftp.group(2);
      Kind kind = role.equals("inbox") ? Kind.INBOX : Kind.OUTBOX;
      return new Endpoint(place, kind, sftp.group(1), base);
    }
    if (Control.sending(base).isPresent()) {
      return new Endpoint(place, kindOf(base), base, base);
    }
    throw refused(place, base, owner);
  }

  private static Kind kindOf(String base) {
    if (base.startsWith("notify-")) {
      return Kind.NOTICE;
    }
    return base.contains(":receipt") ? Kind.DOCUMENT : Kind.SOURCE;
  }

  /**
   * A problem if a folder has another name on the server, and no placeholder stands for it.
   *
   * @param renamed such as {@code dhs-ice/outbox}
   */
  Optional<RouteProblem> misnamed(Set<String> renamed) {
    String role = kind == Kind.INBOX ? "inbox" : "outbox";
    if (!renamed.contains(name + "/" + role) || !uri.endsWith("/" + role)) {
      return Optional.empty();
    }
    return Optional.of(
        new RouteProblem(
            place.toString(),
            "the address names the folder %s, to which config/partners/%s.yaml gives another name"
                .formatted(role, name),
            "",
            "Write /{{partner.%s.%s}} at its end.".formatted(name, role)));
  }

  /** The partner to whose server a route connects that begins here; empty if to none. */
  Optional<String> partner() {
    String outbox = "outbox-";
    return switch (kind) {
      case INBOX -> Optional.of(name);
      case DIRECT ->
          name.startsWith(outbox) ? Optional.of(name.substring(outbox.length())) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private List<Option> options() {
    return switch (kind) {
      case DIRECT, SOURCE, DOCUMENT, NOTICE -> List.of();
      case QUEUE -> Options.queue();
      case INBOX -> Options.inbox(name);
      case OUTBOX -> Options.outbox(name);
    };
  }

  private static Refusal refused(Place place, String base, String owner) {
    String scheme = base.contains(":") ? base.substring(0, base.indexOf(':')) : base;
    String now =
        switch (scheme) {
          case "sftp" ->
              "Write sftp://{{partner.ID.user}}@{{partner.ID.host}}:{{partner.ID.port}}/{{partner.ID.inbox}}, or with outbox at its end; the values are in config/partners/ID.yaml.";
          case "direct" -> "Name a route with letters, digits and '-'.";
          case "records-https", "records-queue", "records-extension" ->
              "Write %s:find-addresses, without options; the address is in config/countersign.yaml."
                  .formatted(scheme);
          case "notify-mail", "notify-webhook", "notify-queue", "notify-topic" ->
              "Write it as in routes/notifications.camel.yaml, without options; the address is in config/countersign.yaml.";
          case "activemq6" -> "Name one of the gateway's queues as activemq6:queue:NAME.";
          default ->
              Keys.nearest(scheme, List.of("direct", "activemq6", "sftp"))
                      .map("Perhaps %s: is meant. "::formatted)
                      .orElse("")
                  + "Use direct: for a route, activemq6:queue: for a queue, or sftp: for a partner's folder.";
        };
    return Refusal.at(
        place,
        "%s names the endpoint %s, which the proof does not know; component or address '%s' is not allowed"
            .formatted(owner, shown(base), scheme),
        now);
  }

  /** A password may stand between the user and the host. */
  private static String shown(String base) {
    return base.replaceAll(":[^:@/]*@", ":...@");
  }

  private static void check(
      Place place, Map<String, Value> values, List<Option> options, String owner) {
    Map<String, Option> known = new LinkedHashMap<>();
    options.forEach(option -> known.put(option.name(), option));
    Attempts each = new Attempts();
    values.forEach((name, value) -> each.attempt(() -> check(name, value, known, owner)));
    Set<String> misspelled = misspelled(values.keySet(), List.copyOf(known.keySet()));
    for (Option option : options) {
      if (option.required()
          && !values.containsKey(option.name())
          && !misspelled.contains(option.name())) {
        each.attempt(
            () -> {
              throw Refusal.at(
                  place,
                  "%s does not spell out the option %s".formatted(owner, option.name()),
                  option.expected(),
                  option.name(),
                  "Add %s: %s.".formatted(option.name(), option.expected()));
            });
      }
    }
    each.attempt(() -> assertBoth(place, values, owner, "scheduler", "scheduler.cron"));
    each.attempt(() -> assertBoth(place, values, owner, "scheduler.cron", "scheduler"));
    each.end();
  }

  /** The options that unknown names probably mean: they are told once, as misspelled. */
  private static Set<String> misspelled(Set<String> written, List<String> known) {
    return written.stream()
        .filter(name -> !known.contains(name))
        .flatMap(name -> Keys.nearest(name, known).stream())
        .collect(Collectors.toSet());
  }

  private static void assertBoth(
      Place place, Map<String, Value> values, String owner, String given, String other) {
    if (values.containsKey(given) && !values.containsKey(other)) {
      throw Refusal.at(
          place,
          "%s has the option %s without %s".formatted(owner, given, other),
          "Add %s, or remove %s.".formatted(other, given));
    }
  }

  private static void check(String name, Value value, Map<String, Option> known, String owner) {
    Option option = known.get(name);
    if (option == null) {
      Set<String> names = new TreeSet<>(known.keySet());
      throw Keys.unknown(value.place, "option", name, owner, names);
    }
    if (!option.allows(value.text)) {
      throw Refusal.at(
          value.place,
          "%s has the option %s with a value that is not allowed; expected %s"
              .formatted(owner, name, option.expected()),
          option.expected(),
          option.nearest(value.text),
          "Write %s: %s.".formatted(name, option.nearest(value.text)));
    }
  }
}
