package countersign.routeproof;

import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message probably is after a step that was refused, so that the rest of the path is judged
 * too. Only for routes that do not start. Stateless.
 */
final class Recovery {
  private Recovery() {}

  static State after(String kind, YamlNode step, State state) {
    return switch (kind) {
      case "bean" -> control(step).map(one -> state.holding(one.gives())).orElse(state.asUnsure());
      case "to" -> state.label() == Label.SEALED_STREAM ? state.asUploaded() : state.asUnsure();
      case "toD" -> branched(state);
      case "setBody" ->
          state.label() == Label.SEALED_FILE ? state.holding(Label.SEALED_STREAM) : state;
      case "setHeader" -> state.withHeader("CamelFileName", Label.FILE_NAME);
      case "setVariable" -> kept(state);
      case "removeHeaders" -> kept(state).withoutHeaders();
      default -> state;
    };
  }

  private static State branched(State state) {
    return switch (state.label()) {
      case RECEIVED -> state.holding(Label.JUDGED);
      case SEALED_FILE -> state.asUploaded();
      default -> state.asUnsure();
    };
  }

  private static State kept(State state) {
    return switch (state.label()) {
      case RECEIVED -> state.withVariable("file", Label.FILE_ID);
      case SEALED_FILE -> state.withVariable("sealed", Label.SEALED_FILE);
      default -> state;
    };
  }

  /** The control that the texts of a bean step name, or nearly name. */
  static Optional<Control> control(YamlNode step) {
    List<String> names = Control.beans().stream().map(Control::name).toList();
    List<String> texts = texts(step).stream().map(text -> text.replaceAll("\\(.*", "")).toList();
    return texts.stream()
        .filter(names::contains)
        .findFirst()
        .or(() -> texts.stream().flatMap(text -> Keys.nearest(text, names).stream()).findFirst())
        .flatMap(
            name -> Control.beans().stream().filter(one -> one.name().equals(name)).findFirst());
  }

  /** What a route begins with, as its first control says; empty if it has none. */
  static Optional<Label> start(RouteModel route) {
    return route.steps().stream()
        .flatMap(step -> control(step).stream())
        .findFirst()
        .flatMap(control -> control.takes().stream().sorted().findFirst());
  }

  /** Every text of a value, in the order of the file. */
  static List<String> texts(YamlNode node) {
    List<String> found = new ArrayList<>();
    if (!node.text().isEmpty()) {
      found.add(node.text());
    }
    node.items().forEach(item -> found.addAll(texts(item)));
    node.entries().values().forEach(value -> found.addAll(texts(value)));
    return found;
  }
}
