package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.configuration.Problem;
import countersign.lifecycle.Change;
import countersign.request.Actor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts changed documents into force while the gateway runs. They pass the same checks as at a
 * start, and two more: a document that was in force does not lose its force by a missing signature,
 * and what only a start can change is unchanged.
 */
public final class DocumentReload {
  private static final Set<DocumentKind> AT_START_ONLY =
      EnumSet.of(
          DocumentKind.INSTANCE,
          DocumentKind.ENROLMENT,
          DocumentKind.SIGNATORIES,
          DocumentKind.EXTENSIONS,
          DocumentKind.RULES);

  private final Supplier<Configuration.Result> read;
  private final Authority authority;
  private final DocumentAdoption adopting;
  private Configuration inForce;

  /**
   * Creates it for a running gateway.
   *
   * @param read reads the directory as a start does
   * @param authority what the gateway uses; it becomes what is put into force
   * @param inForce the configuration of the start
   */
  DocumentReload(
      Supplier<Configuration.Result> read,
      Authority authority,
      DocumentAdoption adopting,
      Configuration inForce) {
    this.read = read;
    this.authority = authority;
    this.adopting = adopting;
    this.inForce = inForce;
  }

  /** How a document differs from the one in force. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It has other bytes, or it counts now. */
    CHANGED,
    /** It is gone. */
    REMOVED
  }

  /**
   * A document that differs from the one in force.
   *
   * @param document relative to the configuration directory
   */
  public record Difference(String document, Kind kind) {}

  /**
   * What a reload would put into force.
   *
   * @param problems why it cannot be put into force; empty if it can
   * @param warnings what else an operator should know
   * @param differences against what is in force, sorted by document
   * @param authority what would be in force; what is in force if there are problems
   */
  public record Candidate(
      List<Problem> problems,
      List<Problem> warnings,
      List<Difference> differences,
      Authority authority,
      Configuration configuration) {
    /** Makes immutable copies of the lists. */
    public Candidate {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
      differences = List.copyOf(differences);
    }

    /** SHA-256 of a document that would be in force; {@code none} if it is gone. */
    public String sha256(String document) {
      return configuration.documents().stream()
          .filter(one -> one.path().equals(document))
          .map(Document::sha256)
          .findFirst()
          .orElse("none");
    }
  }

  /** Reads and checks the directory. Changes nothing. */
  public synchronized Candidate read() {
    Configuration.Result result = read.get();
    if (!(result instanceof Configuration.Loaded loaded)) {
      Configuration.Problems found = (Configuration.Problems) result;
      return new Candidate(
          found.problems(), found.warnings(), List.of(), authority.atOneTime(), inForce);
    }
    Configuration next = loaded.configuration();
    List<Difference> differences = differences(next);
    List<Problem> problems = new ArrayList<>(adopting.objections(next));
    for (Difference one : differences) {
      problems.addAll(objections(one, next));
    }
    return new Candidate(problems, loaded.warnings(), differences, Authority.of(next), next);
  }

  private List<Difference> differences(Configuration next) {
    Map<String, Document> before = byPath(inForce);
    Map<String, Document> after = byPath(next);
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      Document old = before.get(path);
      Document now = after.get(path);
      if (old == null) {
        differences.add(new Difference(path, Kind.ADDED));
      } else if (now == null) {
        differences.add(new Difference(path, Kind.REMOVED));
      } else if (!now.sha256().equals(old.sha256()) || now.counts() != old.counts()) {
        differences.add(new Difference(path, Kind.CHANGED));
      }
    }
    return differences;
  }

  private static Map<String, Document> byPath(Configuration configuration) {
    Map<String, Document> documents = new LinkedHashMap<>();
    configuration.documents().forEach(one -> documents.put(one.path(), one));
    return documents;
  }

  private List<Problem> objections(Difference difference, Configuration next) {
    String path = difference.document();
    Document old = byPath(inForce).get(path);
    Document now = byPath(next).get(path);
    Document any = now == null ? old : now;
    List<Problem> problems = new ArrayList<>();
    if (any != null && AT_START_ONLY.contains(any.kind())) {
      problems.add(
          Problem.of(
              Problem.Code.RESTART_NEEDED,
              path,
              "",
              "the document with which the gateway started",
              "another one"));
    } else if (old != null && old.counts() && now != null && !now.counts()) {
      problems.add(
          Problem.of(
              Problem.Code.WOULD_LOSE_FORCE,
              path,
              "",
              "signatures by two registered people",
              "a change that lacks them"));
    }
    return problems;
  }

  /**
   * Puts a candidate into force, in one transaction with the ledger's events. No release, seal or
   * upload runs meanwhile. COMMITS.
   *
   * @param also what the same transaction records
   * @throws IllegalStateException if it has problems, or a version was adopted elsewhere meanwhile
   */
  public synchronized void apply(Candidate candidate, Actor actor, Consumer<Change> also) {
    if (!candidate.problems().isEmpty()) {
      throw new IllegalStateException("Documents with problems do not come into force");
    }
    Authority before = authority.atOneTime();
    try {
      adopting.adopt(
          candidate.configuration(),
          actor,
          change -> {
            also.accept(change);
            authority.become(candidate.authority());
          });
      inForce = candidate.configuration();
    } catch (RuntimeException e) {
      authority.become(before);
      throw e;
    }
  }
}
