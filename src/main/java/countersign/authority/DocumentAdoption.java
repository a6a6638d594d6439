package countersign.authority;

import countersign.configuration.AdoptedSerial;
import countersign.configuration.Configuration;
import countersign.configuration.Problem;
import countersign.configuration.SerialRecord;
import countersign.lifecycle.Change;
import countersign.request.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the signed documents into force at a start, and refuses the start if one of them is older
 * than a version that was in force. The database and a file outside it both know the serials, so
 * that an old copy of one of them hides nothing.
 */
final class DocumentAdoption {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentAdoption.class);

  private final JdbcAdoptions adoptions;
  private final SerialRecord record;
  private final boolean newRecord;
  private final Clock clock;

  /**
   * Prepares the adoption.
   *
   * @param record serials outside the database
   * @param newRecord true if a missing record may be made although the database knows serials
   */
  DocumentAdoption(JdbcAdoptions adoptions, SerialRecord record, boolean newRecord, Clock clock) {
    this.adoptions = adoptions;
    this.record = record;
    this.newRecord = newRecord;
    this.clock = clock;
  }

  /**
   * The start is refused; the message has one sentence for each document and begins with a code.
   */
  static final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Refused(List<Problem> problems) {
      super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }

  /**
   * Compares the serials and records what comes into force, in the file first: a start that ends
   * between the two leaves a file that knows more than the database, which refuses nothing newer.
   *
   * @throws Refused if a document is older than one that was in force, or the record is missing
   */
  void adopt(Configuration configuration) {
    compare(configuration);
    adoptions.record(configuration);
  }

  /**
   * The same while the gateway runs.
   *
   * @param also runs in the transaction that records what comes into force
   */
  void adopt(Configuration configuration, Actor actor, Consumer<Change> also) {
    compare(configuration);
    adoptions.record(configuration, actor, also);
  }

  /** What is older than a version that was in force. Changes nothing. */
  List<Problem> objections(Configuration configuration) {
    List<AdoptedSerial> inDatabase = adoptions.known();
    List<AdoptedSerial> all = new ArrayList<>(inDatabase);
    all.addAll(read());
    List<Problem> problems = new ArrayList<>(AdoptedSerial.objections(configuration, all));
    if (!newRecord) {
      record.lost(inDatabase.size()).ifPresent(problems::add);
    }
    return problems;
  }

  private void compare(Configuration configuration) {
    List<Problem> problems = objections(configuration);
    if (!problems.isEmpty()) {
      problems.forEach(one -> adoptions.refused(one.file(), one.code().name(), one.found()));
      throw new Refused(problems);
    }
    List<AdoptedSerial> inDatabase = adoptions.known();
    List<AdoptedSerial> inFile = read();
    warn(inFile, inDatabase);
    Set<AdoptedSerial> unknown = new HashSet<>(AdoptedSerial.in(configuration));
    unknown.addAll(inDatabase);
    inFile.forEach(unknown::remove);
    add(unknown);
  }

  private static void warn(List<AdoptedSerial> inFile, List<AdoptedSerial> inDatabase) {
    Set<AdoptedSerial> missing = new HashSet<>(inFile);
    inDatabase.forEach(missing::remove);
    missing.forEach(
        one ->
            LOG.warn(
                "The database does not know that version {} of {} was in force. It is older than the record outside it.",
                one.serial(),
                one.document()));
  }

  private List<AdoptedSerial> read() {
    try {
      return record.read();
    } catch (SerialRecord.Damaged e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Set<AdoptedSerial> adopted) {
    if (adopted.isEmpty()) {
      return;
    }
    try {
      record.add(adopted, clock.instant());
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s  %s · expected a file that this user can add to. Correct the directory that --state names, or its permissions."
              .formatted(Problem.Code.SERIALS_LOST, record.file()),
          e);
    }
  }
}
