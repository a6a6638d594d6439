package countersign.routeproof;

import countersign.request.Nearest;
import countersign.routefile.Attempts;
import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks keys and names of a route file against those that the proof knows. Stateless. */
final class Keys {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private Keys() {}

  /** Refuses a key that is not one of the allowed. */
  static void only(YamlNode node, String owner, Collection<String> allowed) {
    Attempts keys = new Attempts();
    node.asMapping(owner)
        .forEach(
            (key, value) ->
                keys.attempt(
                    () -> {
                      if (!allowed.contains(key)) {
                        throw unknown(value.place(), "key", key, owner, allowed);
                      }
                    }));
    keys.end();
  }

  static void only(YamlNode node, String owner, String... allowed) {
    only(node, owner, Arrays.asList(allowed));
  }

  /** The refusal of a word that the proof does not know. */
  static Refusal unknown(
      Place place, String kind, String word, String owner, Collection<String> allowed) {
    String known = String.join(", ", new TreeSet<>(allowed));
    Optional<String> level =
        kind.equals("key") || kind.equals("entry") ? Levels.advice(word) : Optional.empty();
    Optional<String> near = level.isPresent() ? Optional.empty() : nearest(word, allowed);
    String now =
        level.orElse(
            near.map("Perhaps %s is meant; otherwise remove it."::formatted).orElse("Remove it."));
    return Refusal.at(
        place,
        "%s has the %s %s, which %s"
            .formatted(
                owner, kind, word, level.isPresent() ? "belongs to another level" : why(word)),
        "one of " + known,
        near.orElse(""),
        "%s Known: %s.".formatted(now, known));
  }

  /** Why a word is refused; a known danger has its own reason. */
  static String why(String word) {
    return RefusedParts.of(word).orElse("the proof does not know and therefore cannot judge");
  }

  /** The word that was probably meant. */
  static Optional<String> nearest(String word, Collection<String> allowed) {
    return Nearest.of(word, allowed);
  }

  /** An id, without placeholders and expressions. */
  static String id(YamlNode node, String owner) {
    String id = node.asText("the id of " + owner);
    if (!ID.matcher(id).matches()) {
      throw Refusal.at(
          node.place(),
          "the id of %s has other characters than letters, digits, '-', '.' and '_'"
              .formatted(owner),
          "Give it an id such as inbox-dhs-ice.");
    }
    return id;
  }

  /** The texts that only people read may contain nothing that Camel would evaluate. */
  static void documentation(YamlNode node) {
    for (String key : List.of("id", "description", "note", "group")) {
      Optional<YamlNode> value = node.get(key);
      if (value.isPresent()) {
        String text = value.get().asText(key);
        if (text.contains("{{") || text.contains("}}")) {
          throw Refusal.at(
              value.get().place(),
              "%s contains a placeholder {{ }}, which Camel would replace".formatted(key),
              "Write plain text.");
        }
        if (key.equals("id")) {
          id(value.get(), "this step");
        }
      }
    }
  }

  /** The entries of a mapping whose values must be texts. */
  static void texts(Map<String, YamlNode> entries) {
    entries.forEach((key, value) -> value.asText(key));
  }
}
