package countersign.configuration;

import countersign.crypto.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A configuration directory without fatal problems. Immutable; read once, at start-up.
 *
 * <p>{@link #documents} includes documents that need two signatures and lack them; such documents
 * do not {@linkplain Document#counts count}.
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

  /** Result of reading a configuration directory. */
  public sealed interface Result permits Loaded, Problems {
    /** All problems and warnings; those that prevent the start come first. */
    List<Problem> all();
  }

  /**
   * The configuration is valid and the gateway can start with it.
   *
   * @param configuration the configuration that was read
   * @param warnings findings that do not prevent the start but that the operator should know
   */
  public record Loaded(Configuration configuration, List<Problem> warnings) implements Result {
    /** Makes an immutable copy of the list. */
    public Loaded {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Problem> all() {
      return warnings;
    }
  }

  /**
   * The configuration is invalid; the gateway must not start with it.
   *
   * @param problems findings that prevent the start, at least one
   * @param warnings further findings that would not prevent the start
   */
  public record Problems(List<Problem> problems, List<Problem> warnings) implements Result {
    /** Makes immutable copies of the lists. */
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
   * Reads a configuration directory and reports all its problems at once.
   *
   * @param directory laid out as {@code config/}
   * @param trust what counts from outside the directory
   * @param expressions checks whether a condition can be evaluated
   */
  public static Result load(Path directory, Trust trust, ExpressionCheck expressions) {
    return load(directory, trust, expressions, KeyCheck.NONE);
  }

  /**
   * As {@link #load(Path, Trust, ExpressionCheck)}, and proves every key too.
   *
   * @param keys proves that a key can do its office now
   */
  public static Result load(
      Path directory, Trust trust, ExpressionCheck expressions, KeyCheck keys) {
    return load(directory, trust, expressions, keys, Map.of());
  }

  /**
   * Reads a configuration directory with another rules file in place of its own; that file needs no
   * signatures. Only for trying rules out, never for running the gateway.
   *
   * @param rules file that replaces the directory's own rules
   */
  public static Result withRules(
      Path directory, Trust trust, ExpressionCheck expressions, Path rules) {
    return load(
        directory, trust, expressions, KeyCheck.NONE, Map.of(DocumentKind.RULES.path(), rules));
  }

  /** The content of one enrolment register; empty if it does not have the form of one. */
  public static Optional<Section> enrolment(byte[] yaml) {
    List<Problem> found = new ArrayList<>();
    List<Documents.Raw> raw = List.of(Documents.parsed(yaml, DocumentKind.ENROLMENT, found::add));
    List<Documents.Raw> sound = sound(raw, found);
    new EnrolmentCheck(raw, found::add).check();
    return found.isEmpty()
        ? sound.stream().findFirst().map(one -> new Section(tree(one), Path.of("")))
        : Optional.empty();
  }

  /**
   * The documents of a kind that have the form of one, whatever is wrong with other documents. For
   * checks of this machine; a gateway starts with {@link #load} only.
   */
  public static List<Section> sections(Path directory, DocumentKind kind) {
    Path root = directory.toAbsolutePath().normalize();
    List<Problem> found = new ArrayList<>();
    List<Documents.Raw> raw =
        Documents.read(root, Map.of(), found::add).stream()
            .filter(document -> document.kind() == kind)
            .toList();
    return sound(raw, found).stream().map(one -> new Section(tree(one), root)).toList();
  }

  private static Result load(
      Path directory,
      Trust trust,
      ExpressionCheck expressions,
      KeyCheck keys,
      Map<String, Path> instead) {
    List<Problem> found = new ArrayList<>();
    Path root = directory.toAbsolutePath().normalize();
    List<Documents.Raw> raw =
        Documents.read(root, instead, found::add).stream()
            .map(SCHEMAS.texts()::withSections)
            .toList();
    List<Documents.Raw> sound = sound(raw, found);
    Plausibility plausibility = new Plausibility(found::add);
    raw.stream()
        .filter(document -> document.tree() != null)
        .forEach(document -> plausibility.check(document, tree(document)));
    new References(root, raw, found::add).check();
    new PinnedKeyCheck(root, keys, found::add).check(raw);
    new EnrolmentCheck(raw, found::add).check();
    new ConditionFaults(expressions, found::add).check(raw);
    absent(raw, found);
    List<Document> documents = judged(root, trust, raw, sound, found);
    return result(documents, sound, told(found, raw));
  }

  /** The problems with the names of their entries, sorted by file. */
  private static List<Problem> told(List<Problem> found, List<Documents.Raw> raw) {
    return found.stream()
        .map(problem -> Entries.named(problem, raw))
        .sorted(Comparator.comparing(Problem::file))
        .toList();
  }

  private static Result result(
      List<Document> documents, List<Documents.Raw> sound, List<Problem> found) {
    List<Problem> problems = found.stream().filter(problem -> problem.code().fatal()).toList();
    List<Problem> warnings = found.stream().filter(problem -> !problem.code().fatal()).toList();
    if (!problems.isEmpty()) {
      return new Problems(problems, warnings);
    }
    return new Loaded(of(documents, sound), warnings);
  }

  /** The documents that satisfy their schema. */
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
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind.isExpected() && raw.stream().noneMatch(document -> document.kind() == kind)) {
        Problem.Code code =
            kind == DocumentKind.INSTANCE ? Problem.Code.NO_INSTANCE : Problem.Code.ABSENT;
        found.add(Problem.of(code, kind.path(), "", "the file", "none"));
      }
    }
  }

  private static List<Document> judged(
      Path root,
      Trust trust,
      List<Documents.Raw> raw,
      List<Documents.Raw> sound,
      List<Problem> found) {
    SignatoryChain chain = SignatoryChain.of(root, trust, raw, found::add);
    TwoPersonSignatures signatures =
        new TwoPersonSignatures(root, trust.signatures(), chain.inForce(), doubtful(chain, found));
    List<Document> documents = new ArrayList<>();
    for (Documents.Raw document : sound) {
      TwoPersonSignatures.Judged judged =
          document.kind() == DocumentKind.SIGNATORIES
              ? chain.judged(document)
              : signatures.judge(document, found::add);
      documents.add(
          new Document(
              document.kind(),
              document.id(),
              document.path(),
              Sha256.hex(document.bytes()),
              judged.standing(),
              judged.signers(),
              new Section(tree(document), root)));
    }
    return documents;
  }

  /** Whether the list of signatories has a problem that prevents the start. */
  private static boolean doubtful(SignatoryChain chain, List<Problem> found) {
    return chain.broken()
        || found.stream()
            .filter(one -> one.code().fatal())
            .anyMatch(one -> one.file().startsWith(DocumentKind.SIGNATORIES.path()));
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
            .filter(document -> document.kind() == DocumentKind.INSTANCE)
            .findFirst()
            .orElseThrow()
            .content();
    return new Configuration(documents, view, Instance.of(instance));
  }

  /** The settings of this instance. */
  public Instance instance() {
    return instance;
  }

  /**
   * SHA-256 of the first version of the signatories, to which this installation is bound; empty if
   * nobody's signature counts.
   */
  public Optional<String> root() {
    return documents(DocumentKind.SIGNATORIES).stream()
        .filter(Document::counts)
        .filter(document -> document.content().number("serial") == 1)
        .map(Document::sha256)
        .findFirst();
  }

  /** Every document, whether it counts or not, sorted by path within each folder. */
  public List<Document> documents() {
    return documents;
  }

  /** The documents of a kind, whether they count or not. */
  public List<Document> documents(DocumentKind kind) {
    return documents.stream().filter(document -> document.kind() == kind).toList();
  }

  /** The only document of a kind, whether it counts or not; empty if the file is missing. */
  public Optional<Document> document(DocumentKind kind) {
    return documents(kind).stream().findFirst();
  }

  /**
   * Every document with its standing and hash, followed by its values with secrets masked; one
   * entry per line.
   */
  public List<String> effectiveView() {
    return view;
  }
}
