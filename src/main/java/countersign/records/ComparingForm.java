package countersign.records;

import java.text.Normalizer;
import java.util.Locale;

/** Interim until validation lands. */
final class ComparingForm {
  private ComparingForm() {}

  static String of(String text) {
    return Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT),
            Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[’']", "")
        .replaceAll("[^\\p{L}\\p{N}#]+", " ")
        .strip();
  }
}
