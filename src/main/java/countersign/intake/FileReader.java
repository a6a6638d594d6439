package countersign.intake;

import countersign.accounting.FileFacts;
import countersign.arrival.ChunkStream;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.Signer;
import countersign.profile.HeaderJson;
import countersign.request.FileDetail;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.RequestHeader;
import countersign.request.Unavailable;
import countersign.screening.FileLimits;
import countersign.screening.FileOutcome;
import countersign.screening.FilePass;
import countersign.screening.ScreeningPolicy;
import countersign.vault.AssociatedData;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Part of step {@code read}: one file, one pass, one transaction. The content counts only after the
 * signature over the whole file has been verified; a refusal before that rolls everything back.
 * Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, judging in stages</a>
 */
final class FileReader {
  private final Stores stores;
  private final ScreeningPolicy policy;
  private final Supplier<Opener> opener;
  private final ExecutorService workers;
  private final ScreeningAccounting accounting;

  FileReader(
      Stores stores,
      ScreeningPolicy policy,
      Supplier<Opener> opener,
      ExecutorService workers,
      ScreeningAccounting accounting) {
    this.stores = stores;
    this.policy = policy;
    this.opener = opener;
    this.workers = workers;
    this.accounting = accounting;
  }

  /** The result of stages 2 and 3. */
  private record Read(
      RequestHeader header,
      ScreeningPolicy.HeaderScreening finding,
      Signer signer,
      long subjects) {}

  /**
   * Reads and judges a file.
   *
   * @throws Refused for stages 1 to 3; nothing may be committed then
   * @throws Unavailable if its kept bytes cannot be read now
   */
  void read(Change change, FileRow file) {
    try {
      commit(change, file, pass(file, policy.atOneTime()));
    } catch (EnvelopeRefused e) {
      ReasonCode code = ReasonCode.valueOf(e.fault().code());
      FileDetail.Detail detail = FileDetail.Detail.valueOf(e.fault().name());
      throw new Refused(List.of(code), List.of(new FileDetail(code, detail, null)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Judges a whole file by one configuration, even if another one comes into force meanwhile. */
  private Read pass(FileRow file, ScreeningPolicy judge) throws IOException {
    try (ChunkStream sealed = sealed(file);
        OpenedStream plaintext = open(file, sealed, judge)) {
      FilePass pass =
          new FilePass(
              plaintext,
              file.arrived(),
              workers,
              cited -> stores.files().wasRefused(file.agency(), cited));
      pass.run(
          judge, finding -> rows(file, finding), block -> stores.requests().copy(block.rows()));
      Signer signer = plaintext.verify();
      long subjects = pass.faulty() ? 0 : stores.whole().subjects(file.id());
      FilePass.Read read = pass.end(subjects);
      return new Read(read.header(), read.finding(), signer, subjects);
    }
  }

  /**
   * The persons named in a file that stage 3 refused, by which a second attempt is recognised.
   * Reads the whole file, outside any transaction.
   *
   * @return blocks for {@link RefusedSubjects#COPY}, some 70 bytes for each request
   * @throws Unavailable if its kept bytes cannot be read now
   */
  List<byte[]> subjects(FileRow file) {
    try (ChunkStream sealed = sealed(file);
        OpenedStream plaintext = open(file, sealed, policy)) {
      return new RefusedSubjects(file, hashes(file)).read(plaintext);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private KeyedHashes hashes(FileRow file) {
    return KeyedHashes.of(stores.vault(), file, stores.whole().before(file).lastYear());
  }

  private ChunkStream sealed(FileRow file) {
    return new ChunkStream(file.id(), stores.arrivals(), stores.vault().file(file.id().value()));
  }

  private OpenedStream open(FileRow file, ChunkStream sealed, ScreeningPolicy judge)
      throws EnvelopeRefused, IOException {
    ScreeningPolicy.Sender sender = judge.sender(file.partner(), file.receivedAt());
    return opener.get().open(sealed, file.sizeBytes(), sender.pinned(), file.receivedAt());
  }

  private static Unavailable unreadable(FileRow file, Exception cause) {
    return new Unavailable(
        "FILE_UNREADABLE",
        "The stored bytes of " + file.id() + " cannot be read; the gateway tries again",
        cause);
  }

  private RequestRows rows(FileRow file, ScreeningPolicy.HeaderScreening finding) {
    boolean refused = !finding.codes().isEmpty();
    return new RequestRows(
        file.id(),
        stores.vault().file(file.id().value()),
        hashes(file),
        refused ? request -> List.of() : finding.screen(),
        finding.conditions());
  }

  private void commit(Change change, FileRow file, Read read) {
    ScreeningPolicy.HeaderScreening finding = read.finding();
    Set<ReasonCode> codes = stageFour(file, read);
    FileLimits comparison =
        codes.isEmpty()
            ? Objects.requireNonNull(finding.comparison(), "An unknown agreement passed stage 4")
            : null;
    JdbcFileHistory.Load load =
        comparison == null ? JdbcFileHistory.Load.NONE : stageFive(file, read, comparison, codes);
    FileState state = FileOutcome.state(codes);
    stores.files().judged(file.id(), read.header(), headerSealed(file, read.header()), finding);
    String verdict =
        stores.files().codes(file.id(), codes, FileOutcome.details(codes), change.now());
    JdbcRequests.Judging judging =
        new JdbcRequests.Judging(
            whole(state), comparison, stores.whole().before(file), load.officers());
    stores.requests().judge(change, file, judging);
    JdbcRequests.RequestCounts counts = stores.requests().counts(file.id());
    stores.files().counted(file.id(), counts);
    String agreement = comparison == null ? null : read.header().agreement();
    accounting.account(
        change, facts(file, read), counts, new ScreeningAccounting.Verdict(agreement, verdict));
    change.move(
        Entity.FILE, file.id().value(), Set.of(FileState.RECEIVED, FileState.QUARANTINED), state);
    accounting.answer(change, file, counts.taken() > 0);
    finish(change, file);
  }

  private static void finish(Change change, FileRow file) {
    change.finish(WorkQueue.READ, file.id().value());
    change.finish(WorkQueue.JUDGE, file.id().value());
  }

  private static FileFacts facts(FileRow file, Read read) {
    return ScreeningAccounting.facts(file, read.header(), read.finding().ruleSet());
  }

  private Set<ReasonCode> stageFour(FileRow file, Read read) {
    Set<ReasonCode> codes = FileOutcome.stageFour(read.finding(), read.signer());
    FileLimits comparison = read.finding().comparison();
    if (comparison != null
        && comparison.gives(ReasonCode.F115_UNCURED_RESUBMISSION)
        && stores.whole().repeatsUncured(file, read.header(), read.subjects(), comparison)) {
      codes.add(ReasonCode.F115_UNCURED_RESUBMISSION);
    }
    return codes;
  }

  /** Adds the file's codes of stage 5; those of its requests follow with their states. */
  private JdbcFileHistory.Load stageFive(
      FileRow file, Read read, FileLimits comparison, Set<ReasonCode> codes) {
    codes.addAll(policy.blocks(String.valueOf(read.header().agreement()), file.agency()));
    if (comparison.gives(ReasonCode.F105_SEQUENCE_GAP) && stores.files().gapBefore(file.id())) {
      codes.add(ReasonCode.F105_SEQUENCE_GAP);
    }
    codes.addAll(FileOutcome.volume(read.subjects(), comparison));
    if (!comparison.gives(ReasonCode.R218_OFFICER_LOAD)) {
      return JdbcFileHistory.Load.NONE;
    }
    JdbcFileHistory.Load load = stores.whole().load(file, comparison);
    if (load.most() > comparison.limits().officerCeiling()) {
      codes.add(ReasonCode.R219_OFFICER_IMPLAUSIBLE);
    }
    return load;
  }

  private static JdbcRequests.Whole whole(FileState state) {
    return switch (state) {
      case REFUSED -> JdbcRequests.Whole.REFUSED;
      case HELD, QUARANTINED -> JdbcRequests.Whole.HELD;
      case RECEIVED, IN_PROGRESS, ANSWERED, FILED -> JdbcRequests.Whole.TAKEN;
    };
  }

  private byte[] headerSealed(FileRow file, RequestHeader header) {
    return stores
        .vault()
        .file(file.id().value())
        .seal(
            HeaderJson.write(header),
            new AssociatedData("file", file.id().value(), "header_sealed"));
  }
}
