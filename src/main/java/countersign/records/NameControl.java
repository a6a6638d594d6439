package countersign.records;

/** Interim until validation lands. */
final class NameControl {
  private NameControl() {}

  static String of(String surname) {
    String form = ComparingForm.of(surname.split("-")[0]).replace(" ", "");
    return form.substring(0, Math.min(4, form.length()));
  }
}
