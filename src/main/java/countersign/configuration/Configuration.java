package countersign.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import countersign.request.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A configuration directory that was found in order. Immutable; read once, at start-up.
 *
 * <p>Documents that need two signatures and lack them are among {@link #documents}, but do not
 * {@linkplain Document#counts count}.
 */
public final class Configuration {
  private static final Schemas SCHEMAS = new Schemas();

  private final List<Document> documents;
  private final List<String> view;
  private final Instance instance;

  private Configuration(List<Document> documents, List<String> view, Instance instance) {
    this.documents = List.copyOf(documents);
    this.view = List.copyOf(view);
    this.instance = instance;
  }

  /** What came of reading a directory. */
  public sealed interface Result permits Loaded, Problems {
    /** Everything found, what stops the start-up first. */
    List<Problem> all();
  }

  /**
   * It can be used.
   *
   * @param configuration what was read
   * @param warnings what whoever starts it should know
   */
  public record Loaded(Configuration configuration, List<Problem> warnings) implements Result {
    /** Copies the list in. */
    public Loaded {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Problem> all() {
      return warnings;
    }
  }

  /**
   * The gateway must not start with it.
   *
   * @param problems why, at least one
   * @param warnings what else there is to know
   */
  public record Problems(List<Problem> problems, List<Problem> warnings) implements Result {
    /** Copies the lists in. */
    public Problems {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Problem> all() {
      List<Problem> all = new ArrayList<>(problems);
      all.addAll(warnings);
      return List.copyOf(all);
    }
  }

  /**
   * Reads a directory and tells everything that is wrong with it at once.
   *
   * @param directory laid out as {@code config/}
   * @param signatures who signed a document
   * @param expressions whether a condition can be judged
   */
  public static Result load(
      Path directory, SignatureCheck signatures, ExpressionCheck expressions) {
    return load(directory, signatures, expressions, Map.of());
  }

  /**
   * Reads a directory as it would be with other rules, which nobody needs to have signed yet. For
   * trying them out, never for running.
   *
   * @param rules is read in the place of the directory's own
   */
  public static Result withRules(
      Path directory, SignatureCheck signatures, ExpressionCheck expressions, Path rules) {
    return load(directory, signatures, expressions, Map.of(Kind.RULES.place(), rules));
  }

  private static Result load(
      Path directory,
      SignatureCheck signatures,
      ExpressionCheck expressions,
      Map<String, Path> instead) {
    List<Problem> found = new ArrayList<>();
    Path root = directory.toAbsolutePath().normalize();
    List<Documents.Raw> raw = Documents.read(root, instead, found::add);
    List<Documents.Raw> sound = sound(raw, found);
    Plausibility plausibility = new Plausibility(found::add);
    sound.forEach(document -> plausibility.check(document, tree(document)));
    new References(root, raw, found::add).check();
    new ConditionFaults(expressions, found::add).check(raw);
    absent(raw, found);
    List<Document> documents = judged(root, signatures, raw, sound, found);
    found.sort(Comparator.comparing(Problem::file));
    List<Problem> problems = found.stream().filter(problem -> problem.code().fatal()).toList();
    List<Problem> warnings = found.stream().filter(problem -> !problem.code().fatal()).toList();
    if (!problems.isEmpty()) {
      return new Problems(problems, warnings);
    }
    return new Loaded(of(documents, sound), warnings);
  }

  /** Those that their schema has found in order. */
  private static List<Documents.Raw> sound(List<Documents.Raw> raw, List<Problem> found) {
    List<Documents.Raw> sound = new ArrayList<>();
    for (Documents.Raw document : raw) {
      if (document.tree() != null) {
        List<Problem> objections = SCHEMAS.problems(document);
        found.addAll(objections);
        if (objections.isEmpty()) {
          sound.add(document);
        }
      }
    }
    return sound;
  }

  private static JsonNode tree(Documents.Raw document) {
    return Objects.requireNonNull(document.tree());
  }

  private static void absent(List<Documents.Raw> raw, List<Problem> found) {
    for (Kind kind : Kind.values()) {
      if (!kind.several() && raw.stream().noneMatch(document -> document.kind() == kind)) {
        Problem.Code code = kind == Kind.INSTANCE ? Problem.Code.NO_INSTANCE : Problem.Code.ABSENT;
        found.add(Problem.of(code, kind.place(), "", "the file", "none"));
      }
    }
  }

  private static List<Document> judged(
      Path root,
      SignatureCheck check,
      List<Documents.Raw> raw,
      List<Documents.Raw> sound,
      List<Problem> found) {
    Signatures signatures = Signatures.of(root, check, raw, found::add);
    List<Document> documents = new ArrayList<>();
    for (Documents.Raw document : sound) {
      documents.add(
          new Document(
              document.kind(),
              document.id(),
              document.path(),
              Sha256.hex(document.bytes()),
              signatures.judge(document, found::add),
              new Section(tree(document), root)));
    }
    return documents;
  }

  private static Configuration of(List<Document> documents, List<Documents.Raw> sound) {
    List<String> view = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      view.add(
          "%s  %s  sha256 %s".formatted(document.path(), document.standing(), document.sha256()));
      EffectiveView.lines(tree(sound.get(i))).forEach(line -> view.add("  " + line));
    }
    Section instance =
        documents.stream()
            .filter(document -> document.kind() == Kind.INSTANCE)
            .findFirst()
            .orElseThrow()
            .content();
    return new Configuration(documents, view, Instance.of(instance));
  }

  /** Where this instance's parts are. */
  public Instance instance() {
    return instance;
  }

  /** Every document, whether it counts or not, sorted by path within each folder. */
  public List<Document> documents() {
    return documents;
  }

  /** The documents of a kind, whether they count or not. */
  public List<Document> documents(Kind kind) {
    return documents.stream().filter(document -> document.kind() == kind).toList();
  }

  /** The one document of a kind, if it is there, whether it counts or not. */
  public Optional<Document> document(Kind kind) {
    return documents(kind).stream().findFirst();
  }

  /** Every document with its standing and hash, and every value, secrets masked; one line each. */
  public List<String> effectiveView() {
    return view;
  }
}
