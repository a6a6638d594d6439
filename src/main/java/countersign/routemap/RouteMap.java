package countersign.routemap;

import countersign.routeproof.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The routes of a verdict, in the order in which a file takes them.
 *
 * @param rows one for each route
 */
public record RouteMap(List<RouteRow> rows) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Starts of routes in the order of processing; others come behind them, by their ids. */
  private static final List<String> ORDER =
      List.of(
          "inbox of ",
          "route arrived",
          "route request",
          "route known",
          "route receipt",
          "queue judge",
          "queue acknowledge",
          "queue lookup",
          "route find-addresses",
          "queue release",
          "queue seal",
          "queue deliver",
          "route outbox-",
          "queue DLQ",
          "route notices-");

  /** Makes an immutable copy of the list. */
  public RouteMap {
    rows = List.copyOf(rows);
  }

  /** The map of the routes that were judged, whether they pass or not. */
  public static RouteMap of(Verdict verdict) {
    List<RouteRow> rows = new ArrayList<>();
    verdict.texts().forEach((id, text) -> rows.add(row(id, JSON.readTree(text).at("/0/route"))));
    rows.sort(Comparator.comparingInt(RouteMap::place).thenComparing(RouteRow::id));
    return new RouteMap(rows);
  }

  private static int place(RouteRow row) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (row.start().startsWith(ORDER.get(i))) {
        return i;
      }
    }
    return ORDER.size();
  }

  private static RouteRow row(String id, JsonNode route) {
    String uri = route.path("from").path("uri").asString("");
    List<RouteRow.Box> boxes = new ArrayList<>();
    route.path("from").path("steps").forEach(step -> add(boxes, step));
    String shown = shown(uri);
    String queue = shown.startsWith("queue ") ? shown.substring("queue ".length()) : "";
    return new RouteRow(
        id, route.path("description").asString(""), Zone.of(uri), shown, queue, boxes);
  }

  /** Steps inside another one, such as a condition, follow it. */
  private static void add(List<RouteRow.Box> boxes, JsonNode step) {
    String kind = step.propertyNames().iterator().next();
    JsonNode what = step.path(kind);
    String uri = what.isString() ? what.asString() : what.path("uri").asString("");
    boolean sends = kind.equals("to") || kind.equals("toD");
    String name = what.path("id").asString(what.path("method").asString(kind));
    Zone zone = sends ? Zone.of(uri) : Zone.GATEWAY;
    boxes.add(new RouteRow.Box(name, kind.equals("bean"), zone, sends ? shown(uri) : ""));
    for (String inside : List.of("steps", "when", "otherwise")) {
      JsonNode nested = what.path(inside);
      if (nested.isArray()) {
        nested.forEach(
            one -> {
              JsonNode steps = one.path("steps");
              if (steps.isArray()) {
                steps.forEach(each -> add(boxes, each));
              } else {
                add(boxes, one);
              }
            });
      } else {
        nested.path("steps").forEach(each -> add(boxes, each));
      }
    }
  }

  /** An endpoint in short: without options and placeholders. */
  static String shown(String uri) {
    String base = uri.replaceAll("\\?.*", "");
    if (base.startsWith("sftp:")) {
      String partner = base.replaceAll("^sftp://\\{\\{partner\\.([^.}]+)\\..*", "$1");
      String folder = base.replaceAll("^.*/", "").replaceAll(".*\\.(\\w+)}}$", "$1");
      return "%s of %s".formatted(folder, partner);
    }
    return base.replaceFirst("^activemq6:queue:", "queue ")
        .replaceFirst("^direct:", "route ")
        .replace("${body.kindWord}", "request, known or receipt")
        .replace("${body.partner}", "PARTNER");
  }
}
