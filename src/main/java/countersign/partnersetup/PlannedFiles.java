package countersign.partnersetup;

import countersign.configuration.Configuration;
import countersign.configuration.KeyCheck;
import countersign.configuration.Problem;
import countersign.configuration.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every file that a new partner needs, judged in a copy before the first one is written. */
final class PlannedFiles {
  /** The routes of the partners. */
  static final String ROUTES = "partners.camel.yaml";

  private final Path config;
  private final NewPartner partner;

  /** Texts by path; the files of the configuration, then that of the routes. */
  private final Map<Path, String> texts = new LinkedHashMap<>();

  private PlannedFiles(Path config, NewPartner partner) {
    this.config = config;
    this.partner = partner;
  }

  /**
   * Plans the files.
   *
   * @param like id of the agreement from which the terms are copied; null if there is none
   * @throws IOException if an id is taken or a file cannot be used
   */
  static PlannedFiles of(
      Path config, Path routes, NewPartner partner, @Nullable String like, Clock clock)
      throws IOException {
    if (!partner.id().matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new IOException(
          "The id of a partner has small letters, digits and hyphens, not %s"
              .formatted(partner.id()));
    }
    PlannedFiles plan = new PlannedFiles(config, partner);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    PartnerDocuments documents = new PartnerDocuments(config, partner, today);
    plan.adds("partners/%s.yaml".formatted(partner.id()), documents.document());
    String terms = like == null ? null : text(config.resolve("agreements/%s.yaml".formatted(like)));
    plan.adds("agreements/%s.yaml".formatted(partner.id()), AgreementSkeleton.of(partner, terms));
    plan.extendsRegister("officials", documents.officials());
    plan.extendsRegister("officers", documents.officers());
    plan.extendsRoutes(routes, documents.routes());
    return plan;
  }

  private void adds(String name, String text) throws IOException {
    Path file = config.resolve(name);
    if (Files.exists(file)) {
      throw new IOException(
          "%s exists already and was not changed. Choose another id.".formatted(file));
    }
    texts.put(file, text);
  }

  private void extendsRegister(String name, List<String> entries) throws IOException {
    Path file = config.resolve("registers/%s.yaml".formatted(name));
    texts.put(file, new LongerRegister(file.toString(), text(file)).with(name, entries));
  }

  private void extendsRoutes(Path routes, String lines) throws IOException {
    try (Stream<Path> files = Files.walk(routes)) {
      for (Path one : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        if (text(one).matches("(?s).*\\b(in|out)box-%s(?![a-z0-9-]).*".formatted(partner.id()))) {
          throw new IOException(
              "%s has routes of %s already and was not changed. Choose another id."
                  .formatted(one, partner.id()));
        }
      }
    }
    Path file = routes.resolve(ROUTES);
    String before = text(file);
    texts.put(file, before + (before.endsWith("\n") ? "" : "\n") + lines);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The files, in the order of their writing. */
  List<Path> paths() {
    return List.copyOf(texts.keySet());
  }

  /**
   * What would prevent a start and does not prevent it now, in the words of {@code check}; what the
   * agreement lacks is left to people.
   */
  List<String> objections(Clock clock) throws IOException {
    Path copy = Files.createTempDirectory("countersign-new-partner");
    try {
      copyDocuments(copy);
      Set<String> before = new HashSet<>();
      problems(copy, clock).forEach(one -> before.add(one.toString()));
      for (Map.Entry<Path, String> one : texts.entrySet()) {
        if (one.getKey().startsWith(config)) {
          put(copy.resolve(config.relativize(one.getKey()).toString()), one.getValue());
        }
      }
      String agreement = "agreements/%s.yaml".formatted(partner.id());
      return problems(copy, clock).stream()
          .filter(one -> one.code().fatal() && !one.file().equals(agreement))
          .map(Problem::toString)
          .filter(one -> !before.contains(one))
          .toList();
    } finally {
      remove(copy);
    }
  }

  private static List<Problem> problems(Path directory, Clock clock) {
    return Configuration.load(
            directory, Trust.NOBODY, expression -> List.of(), KeyCheck.ofOpenPgp(clock))
        .all();
  }

  /** Copies documents and public keys; no secret has such a name. */
  private void copyDocuments(Path copy) throws IOException {
    List<Path> documents;
    try (Stream<Path> files = Files.walk(config, 2)) {
      documents =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.(yaml|asc)"))
              .toList();
    }
    for (Path file : documents) {
      Path target = copy.resolve(config.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = new ArrayList<>(files.toList());
    }
    all.sort(Comparator.reverseOrder());
    for (Path one : all) {
      Files.delete(one);
    }
  }

  /** Writes every file beside its place, then moves all of them there. */
  void write() throws IOException {
    Map<Path, Path> places = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> one : texts.entrySet()) {
        Path place = Files.exists(one.getKey()) ? one.getKey().toRealPath() : one.getKey();
        Path part = place.resolveSibling(place.getFileName() + ".part");
        places.put(part, place);
        if (Files.exists(place)) { // the gateway may read as another user
          Files.copy(
              place, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        put(part, one.getValue());
      }
      for (Map.Entry<Path, Path> one : places.entrySet()) {
        Files.move(
            one.getKey(),
            one.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : places.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
