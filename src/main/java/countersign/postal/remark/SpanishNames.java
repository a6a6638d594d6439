package countersign.postal.remark;

import countersign.postal.Publication28;
import java.util.List;
import java.util.Set;

/**
 * Spanish streets named after something that is not there: {@code Calle Sin Envidia}. A remark has
 * the same word: {@code Calle sin numero}. Pure.
 */
public final class SpanishNames {
  private static final Set<String> ROADS =
      Set.of("CALLE", "CAMINO", "PASEO", "VIA", "AVENIDA", "AVE", "VEREDA", "SENDERO");

  private static final Set<String> MISSING =
      Set.of(
          "NUMERO",
          "NUM",
          "NOMBRE",
          "CALLE",
          "DATOS",
          "DIRECCION",
          "DOMICILIO",
          "CASA",
          "PAVIMENTAR");

  private SpanishNames() {}

  /** Whether one word follows SIN, and it is none that an address needs. */
  public static boolean areWithout(List<String> name) {
    int sin = name.indexOf("SIN");
    return sin > 0
        && sin + 2 == name.size()
        && ROADS.contains(Publication28.abbreviate(name.get(sin - 1)))
        && !MISSING.contains(name.get(sin + 1));
  }

  /** The words without SIN. */
  public static List<String> withoutSin(List<String> name) {
    return name.stream().filter(word -> !word.equals("SIN")).toList();
  }
}
