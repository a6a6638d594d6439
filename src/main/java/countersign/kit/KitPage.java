package countersign.kit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The page for people: every file of the kit with its answer. */
final class KitPage {
  private KitPage() {}

  static String of(List<KitFile> files, LocalDate day) {
    StringBuilder page = new StringBuilder();
    page.append("# What the gateway answers to each file of this kit\n\n");
    page.append("Made on ")
        .append(day)
        .append(". `expected.json` has the same as a list for programs, ");
    page.append("with the whole acknowledgement\nand the results of each response. ");
    page.append("A file without a plaintext has a fault that correct sealing would remove.\n\n");
    page.append("| no. | file name | what it shows | answer | codes | plaintext |\n");
    page.append("| --- | --- | --- | --- | --- | --- |\n");
    files.forEach(file -> page.append(row(file)));
    return page.toString();
  }

  private static String row(KitFile file) {
    return "| %d | `%s` | %s | %s | %s | %s |%n"
        .formatted(
            file.number(),
            file.name(),
            file.source().shows(),
            file.result(),
            codes(file),
            file.plain() == null ? "no" : "yes")
        .replace(System.lineSeparator(), "\n");
  }

  private static String codes(KitFile file) {
    String own = file.source().codes().stream().map(Enum::name).collect(Collectors.joining(", "));
    String requests =
        file.source().coded().entrySet().stream()
            .map(
                one ->
                    "R-%06d: %s"
                        .formatted(
                            one.getKey(),
                            one.getValue().stream()
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining("; "));
    return own.isEmpty() ? requests : requests.isEmpty() ? own : own + "; " + requests;
  }
}
