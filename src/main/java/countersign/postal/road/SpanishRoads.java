package countersign.postal.road;

import countersign.postal.HouseNumber;
import countersign.postal.Publication28;
import countersign.postal.Words;
import java.util.List;
import java.util.Map;

/** The abbreviations of Spanish roads before their name (Publication 28, appendix H). Pure. */
final class SpanishRoads {
  private static final Map<String, String> ROADS =
      Map.of(
          "CAM", "CAMINO",
          "CMT", "CAMINITO",
          "CER", "CERRADA",
          "CIR", "CIRCULO",
          "ENT", "ENTRADA",
          "PSO", "PASEO",
          "PLA", "PLACITA",
          "RCH", "RANCHO",
          "VER", "VEREDA");

  private SpanishRoads() {}

  /**
   * Writes the road behind a house number in full if a name and no suffix follow.
   *
   * @param words words of a line, which are changed
   */
  static void standardise(List<String> words) {
    int at = 1;
    while (at < words.size() && Publication28.isDirection(words.get(at))) {
      at++;
    }
    String road = at + 1 < words.size() ? ROADS.get(words.get(at)) : null;
    if (road == null || !HouseNumber.isWritten(words.get(0))) {
      return;
    }
    int end = at + 1;
    while (end < words.size() && !Publication28.isUnit(words.get(end))) {
      end++;
    }
    boolean named =
        end > at + 1
            && !Publication28.isDirection(words.get(at + 1))
            && Words.none(words.subList(at + 1, end), Publication28::isSuffix);
    if (named) {
      words.set(at, road);
    }
  }
}
