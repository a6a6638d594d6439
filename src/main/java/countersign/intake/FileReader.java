package countersign.intake;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Stage;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.Signer;
import countersign.request.FileDetail;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.RequestHeader;
import countersign.request.Unavailable;
import countersign.vault.KeyDestroyed;
import countersign.vault.KeyedHash;
import countersign.vault.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Part of step {@code read}: one file, one pass, one transaction. Nothing that was read counts
 * before the signature over all of it has verified; what refuses the file before that rolls
 * everything back. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, judging in stages</a>
 */
final class FileReader {
  private static final Duration HISTORY = Duration.ofDays(365);

  private final Stores stores;
  private final Judgement judgement;
  private final Opener opener;
  private final ExecutorService workers;
  private final Verdicts verdicts;

  FileReader(
      Stores stores,
      Judgement judgement,
      Opener opener,
      ExecutorService workers,
      Verdicts verdicts) {
    this.stores = stores;
    this.judgement = judgement;
    this.opener = opener;
    this.workers = workers;
    this.verdicts = verdicts;
  }

  /** What stages 2 and 3 left. */
  private record Read(RequestHeader header, Judgement.Finding finding, Signer signer) {}

  /**
   * Reads and judges a file.
   *
   * @throws Refused for stages 1 to 3; nothing may be committed then
   * @throws Unavailable if its kept bytes cannot be read now
   */
  void read(Change change, FileRow file) {
    try {
      commit(change, file, pass(file));
    } catch (EnvelopeRefused e) {
      ReasonCode code = ReasonCode.valueOf(e.fault().code());
      FileDetail.Detail detail = FileDetail.Detail.valueOf(e.fault().name());
      throw new Refused(List.of(code), List.of(new FileDetail(code, detail, null)));
    } catch (IOException e) {
      throw new Unavailable(
          "FILE_UNREADABLE", "The kept bytes of " + file.id() + " cannot be read; tried again", e);
    }
  }

  private Read pass(FileRow file) throws IOException {
    Judgement.Sender sender = judgement.sender(file.partner(), file.receivedAt());
    try (ChunkStream sealed =
            new ChunkStream(file.id(), stores.files(), stores.vault().file(file.id().value()));
        OpenedStream plaintext =
            opener.open(sealed, file.sizeBytes(), sender.pinned(), file.receivedAt())) {
      Pass pass = new Pass(plaintext, file, workers);
      pass.run(
          judgement, finding -> rows(file, finding), block -> stores.requests().copy(block.rows()));
      Signer signer = plaintext.verify();
      Pass.Read read = pass.end(pass.faulty() ? 0 : stores.requests().subjects(file.id()));
      return new Read(read.header(), read.finding(), signer);
    }
  }

  private RequestRows rows(FileRow file, Judgement.Finding finding) {
    int year = file.receivedAt().atZone(ZoneOffset.UTC).getYear();
    RequestRows.Hashes hashes =
        new RequestRows.Hashes(
            stores.vault().index(file.agency(), year, "case"),
            lastYear(file.agency(), year - 1, "case"),
            stores.vault().index(file.agency(), year, "subject"),
            lastYear(file.agency(), year - 1, "subject"));
    boolean refused = !finding.codes().isEmpty();
    return new RequestRows(
        file.id(),
        stores.vault().file(file.id().value()),
        hashes,
        refused ? request -> List.of() : finding.screen(),
        finding.conditions());
  }

  private @Nullable KeyedHash lastYear(String agency, int year, String kind) {
    try {
      return stores.vault().index(agency, year, kind);
    } catch (KeyDestroyed e) {
      return null; // nothing of that year is compared any more
    }
  }

  private void commit(Change change, FileRow file, Read read) {
    Set<ReasonCode> codes = FileVerdict.stageFour(read.finding(), read.signer());
    boolean refused = !codes.isEmpty();
    if (!refused) {
      String agreement = String.valueOf(read.header().agreement());
      codes.addAll(judgement.blocks(agreement, file.agency()));
      if (stores.files().gapBefore(file.id())) {
        codes.add(ReasonCode.F105_SEQUENCE_GAP);
      }
    }
    FileState state = FileVerdict.state(refused, codes);
    String ruleSet = read.finding().ruleSet();
    stores.files().judged(file.id(), read.header(), headerSealed(file, read.header()), ruleSet);
    stores.files().codes(file.id(), codes, FileVerdict.details(codes), change.now());
    stores.requests().judge(file, whole(state), file.receivedAt().minus(HISTORY), change.now());
    JdbcRequests.Counts counts = stores.requests().counts(file.id());
    stores.requests().countsOf(file.id(), counts);
    verdicts.account(change, Verdicts.facts(file, read.header(), ruleSet), counts);
    change.move(
        Entity.FILE, file.id().value(), Set.of(FileState.RECEIVED, FileState.QUARANTINED), state);
    verdicts.answer(change, file, counts.taken() > 0);
    change.finish(Stage.READ, file.id().value());
    change.finish(Stage.JUDGE, file.id().value());
  }

  private static JdbcRequests.Whole whole(FileState state) {
    return switch (state) {
      case REFUSED -> JdbcRequests.Whole.REFUSED;
      case HELD, QUARANTINED -> JdbcRequests.Whole.HELD;
      case RECEIVED, IN_PROGRESS, ANSWERED -> JdbcRequests.Whole.TAKEN;
    };
  }

  private byte[] headerSealed(FileRow file, RequestHeader header) {
    return stores
        .vault()
        .file(file.id().value())
        .seal(RequestJson.write(header), new Place("file", file.id().value(), "header_sealed"));
  }
}
