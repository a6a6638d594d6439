package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.StepPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a message at one point of a path. Immutable.
 *
 * @param label what the body holds
 * @param partner the partner whose route it is in; empty if it is in none
 * @param variables what the variables hold, by name
 * @param headers what the headers hold, by name
 * @param forgotten whether every header from outside was removed
 * @param uploaded whether a sealed file went to its partner
 * @param stopped whether the path has ended with {@code stop}
 * @param unsure whether a step was refused whose effect is not known; then the next control is
 *     taken as if it stood at its place
 * @param path the steps so far
 */
record State(
    Label label,
    String partner,
    Map<String, Label> variables,
    Map<String, Label> headers,
    boolean forgotten,
    boolean uploaded,
    boolean stopped,
    boolean unsure,
    List<String> path)
    implements StepPath {
  State {
    variables = Map.copyOf(variables);
    headers = Map.copyOf(headers);
    path = List.copyOf(path);
  }

  /** The state at the start of a path. */
  static State begin(Label label, String partner, String uri, Place place) {
    return new State(
        label,
        partner,
        Map.of(),
        Map.of(),
        false,
        false,
        false,
        false,
        List.of("%s (%s)".formatted(uri, place)));
  }

  @Override
  public String shownPath() {
    return String.join(" -> ", path);
  }

  State step(String name, Place place) {
    List<String> longer = new ArrayList<>(path);
    longer.add("%s (%s)".formatted(name, place));
    return new State(
        label, partner, variables, headers, forgotten, uploaded, stopped, unsure, longer);
  }

  State holding(Label now) {
    return new State(now, partner, variables, headers, forgotten, uploaded, stopped, false, path);
  }

  State asUnsure() {
    return new State(label, partner, variables, headers, forgotten, uploaded, stopped, true, path);
  }

  State inRouteOf(String whose) {
    return new State(label, whose, variables, headers, forgotten, uploaded, stopped, unsure, path);
  }

  State asUploaded() {
    return new State(
        Label.UPLOADED, partner, variables, headers, forgotten, true, stopped, unsure, path);
  }

  State asStopped() {
    return new State(label, partner, variables, headers, forgotten, uploaded, true, unsure, path);
  }

  State withVariable(String name, Label what) {
    Map<String, Label> more = new LinkedHashMap<>(variables);
    more.put(name, what);
    return new State(label, partner, more, headers, forgotten, uploaded, stopped, unsure, path);
  }

  State withoutVariable(String name) {
    Map<String, Label> less = new LinkedHashMap<>(variables);
    less.remove(name);
    return new State(label, partner, less, headers, forgotten, uploaded, stopped, unsure, path);
  }

  State withHeader(String name, Label what) {
    Map<String, Label> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(name::equalsIgnoreCase);
    more.put(name, what);
    return new State(label, partner, variables, more, forgotten, uploaded, stopped, unsure, path);
  }

  State withoutHeader(String name) {
    Map<String, Label> less = new LinkedHashMap<>(headers);
    less.keySet().removeIf(name::equalsIgnoreCase);
    return new State(label, partner, variables, less, forgotten, uploaded, stopped, unsure, path);
  }

  State withoutHeaders() {
    return new State(label, partner, variables, Map.of(), true, uploaded, stopped, unsure, path);
  }

  /** Whether the variables and the header by which controls find their file are those of before. */
  boolean keepsWhatControlsNeed(State before) {
    return variable("file").equals(before.variable("file"))
        && variable("sealed").equals(before.variable("sealed"))
        && Objects.equals(headers.get("CamelFileName"), before.headers.get("CamelFileName"));
  }

  Optional<Label> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }
}
