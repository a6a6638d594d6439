package countersign.check;

import countersign.configuration.OtherSystems;
import countersign.routefile.RouteProblem;
import countersign.routeproof.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoints that routes name and that have no address in the configuration. Stateless. */
final class UnsetAddresses {
  private UnsetAddresses() {}

  static Stream<RouteProblem> of(Verdict verdict, OtherSystems systems) {
    Map<String, String> unset = new LinkedHashMap<>();
    note(unset, "records-https", "recordSource.https", systems.recordService());
    note(unset, "records-queue", "recordSource.queue", systems.recordQueue());
    note(unset, "records-extension", "recordSource.extension", systems.recordExtension());
    note(unset, "notify-mail", "notifications.mail", systems.mail());
    note(unset, "notify-webhook", "notifications.webhook", systems.webhook());
    return verdict.sends().entrySet().stream()
        .filter(sent -> unset.containsKey(component(sent.getKey())))
        .map(sent -> problem(sent.getKey(), sent.getValue(), unset.get(component(sent.getKey()))))
        .sorted(RouteProblem.BY_PLACE);
  }

  private static void note(
      Map<String, String> unset, String component, String key, @Nullable Object system) {
    if (system == null) {
      unset.put(component, key);
    }
  }

  private static String component(String uri) {
    return uri.substring(0, uri.indexOf(':'));
  }

  private static RouteProblem problem(String uri, String place, @Nullable String key) {
    return new RouteProblem(
        place,
        "a route sends to %s, and countersign.yaml does not say where that is".formatted(uri),
        "",
        "Add %s to countersign.yaml, or remove the route.".formatted(key));
  }
}
