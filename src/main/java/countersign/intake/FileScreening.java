package countersign.intake;

import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.authority.Partner;
import countersign.pgp.EnvelopeFault;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.pgp.Signer;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Judges a request file before it is sent, as a gateway of the file's own environment would that
 * never saw another: no record, no database, no history. A requesting agency's developer cures the
 * file first. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, judging in stages</a>
 */
public final class FileScreening {
  private final Authority authority;
  private final IntakeCapacity capacity;
  private final ExecutorService workers;

  /**
   * Judges by these registers and rules.
   *
   * @param capacity what the instance opens at most
   * @param workers parse and screen; stay the caller's
   */
  public FileScreening(Authority authority, IntakeCapacity capacity, ExecutorService workers) {
    this.authority = authority;
    this.capacity = capacity;
    this.workers = workers;
  }

  /**
   * Screens a file in clear, named as it will be without {@code .pgp}.
   *
   * @param at when it is taken to be picked up
   * @throws IOException if it cannot be read
   * @throws Unavailable if there are no rules to judge by
   */
  public Screened plain(Path file, Instant at) throws IOException {
    FileName name = FileName.of(file.getFileName() + ".pgp");
    FileRow row = row(name, Files.size(file), file, at);
    if (!isNamed(row)) {
      return unnamed(row, null);
    }
    if (row.sizeBytes() > limits(row).maxPlaintextBytes()) {
      return refused(row, null, fault(ReasonCode.F112_THREAT_SCAN, Detail.SIZE));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return judge(row, null, in, () -> null);
    } catch (Refused why) {
      return refused(row, null, why);
    }
  }

  /**
   * Screens a sealed file, and whether the gateway would accept its envelope and signer.
   *
   * @param key opens it; a file that is encrypted to the gateway only opens with no other
   * @param at when it is taken to be picked up
   * @throws IOException if it cannot be read
   * @throws Unavailable if there are no rules to judge by
   */
  public Screened sealed(Path file, SecretKey key, Instant at) throws IOException {
    FileName name = FileName.of(String.valueOf(file.getFileName()));
    FileRow row = row(name, Files.size(file), file, at);
    if (!isNamed(row)) {
      return unnamed(row, row.sealedSha256());
    }
    try (InputStream in = Files.newInputStream(file);
        OpenedStream opened =
            new Opener(List.of(key), limits(row))
                .open(in, row.sizeBytes(), judgement(row).sender(row.partner(), at).pinned(), at)) {
      return judge(row, row.sealedSha256(), opened, opened::verify);
    } catch (EnvelopeRefused why) {
      if (why.fault() == EnvelopeFault.NOT_FOR_US) {
        throw new IOException(
            "%s is not encrypted to that key (NOT_FOR_US). Screen the file that you sealed, or seal it to a key of your own as well."
                .formatted(file),
            why);
      }
      return refused(
          row,
          row.sealedSha256(),
          fault(ReasonCode.valueOf(why.fault().code()), Detail.valueOf(why.fault().name())));
    } catch (Refused why) {
      return refused(row, row.sealedSha256(), why);
    }
  }

  /** Says who signed, once everything has been read. */
  private interface Proof {
    @Nullable Signer signer() throws IOException;
  }

  private Screened judge(
      FileRow row, @Nullable String sealedSha256, InputStream plaintext, Proof proof)
      throws IOException {
    Pass pass = new Pass(plaintext, row, workers);
    AtomicReference<@Nullable Findings> kept = new AtomicReference<>();
    pass.run(
        judgement(row),
        finding -> {
          Findings findings = findings(finding);
          kept.set(findings);
          return findings;
        },
        block -> {});
    Signer signer = proof.signer();
    Findings findings = kept.get();
    Pass.Read read = pass.end(findings == null ? 0 : findings.subjects());
    if (findings == null) {
      throw new IllegalStateException("A file whose requests nobody kept passed stage 3");
    }
    return verdict(row, sealedSha256, read, findings, signer);
  }

  private static Screened verdict(
      FileRow row,
      @Nullable String sealedSha256,
      Pass.Read read,
      Findings findings,
      @Nullable Signer signer) {
    Set<ReasonCode> codes = FileVerdict.stageFour(read.finding(), signer);
    List<FileDetail> details = FileVerdict.details(codes);
    Comparison comparison = codes.isEmpty() ? read.finding().comparison() : null;
    if (comparison != null) {
      codes.addAll(findings.fileCodes(comparison));
    }
    FileState state = FileVerdict.state(codes);
    List<Screened.Found> found = findings.all(comparison, state == FileState.REFUSED);
    return new Screened(
        row.id(),
        row.receivedAt(),
        sealedSha256,
        state,
        codes.stream().sorted(Comparator.comparing(Enum::name)).toList(),
        details,
        read.header().agreement(),
        Findings.counts(state, read.requests(), found),
        found);
  }

  private static Findings findings(Judgement.Finding finding) {
    boolean refused = !finding.codes().isEmpty();
    return new Findings(refused ? request -> List.of() : finding.screen());
  }

  /** By the registers, but for officers' keys, which only the gateway's people have. */
  private Judgement judgement(FileRow row) {
    Authority own = own(row);
    return new RegisterJudgement(
        own, new PolicyRules(own, false), Clock.fixed(row.receivedAt(), ZoneOffset.UTC));
  }

  private EnvelopeLimits limits(FileRow row) {
    return OpeningLimits.of(own(row), capacity);
  }

  private Authority own(FileRow row) {
    return authority.in(row.id().environment());
  }

  private FileRow row(FileName name, long bytes, Path file, Instant at) throws IOException {
    String sha256 = sha256(file, bytes);
    FileId id = name.id();
    String agency = id == null ? "" : id.agency();
    String partner =
        authority.partners().stream()
            .filter(one -> one.agency().equals(agency))
            .map(Partner::id)
            .sorted()
            .findFirst()
            .orElse("");
    return new FileRow(
        id == null ? FileId.unnamed(LocalDate.EPOCH, sha256) : id,
        partner,
        agency,
        name.kept(),
        bytes,
        sha256,
        at,
        FileState.RECEIVED,
        List.of(),
        null,
        null,
        null,
        false);
  }

  private static String sha256(Path file, long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Transfer transfer = new Transfer(in, bytes);
      transfer.skim();
      return transfer.sha256();
    }
  }

  /** Whether the inbox of a partner takes a file of that name. */
  private static boolean isNamed(FileRow row) {
    return row.id().isNamed() && !row.partner().isEmpty();
  }

  private static Screened unnamed(FileRow row, @Nullable String sealedSha256) {
    LocalDate day = row.receivedAt().atZone(ZoneOffset.UTC).toLocalDate();
    Refused why =
        new Refused(
            List.of(ReasonCode.F103_FILENAME),
            List.of(fault(ReasonCode.F103_FILENAME, Detail.NAME)));
    return refused(FileId.unnamed(day, row.sealedSha256()), row.receivedAt(), sealedSha256, why);
  }

  private static FileDetail fault(ReasonCode code, Detail detail) {
    return new FileDetail(code, detail, null);
  }

  private static Screened refused(FileRow row, @Nullable String sealedSha256, FileDetail detail) {
    return refused(row, sealedSha256, new Refused(List.of(detail.code()), List.of(detail)));
  }

  private static Screened refused(FileRow row, @Nullable String sealedSha256, Refused why) {
    return refused(row.id(), row.receivedAt(), sealedSha256, why);
  }

  private static Screened refused(
      FileId file, Instant at, @Nullable String sealedSha256, Refused why) {
    return new Screened(
        file,
        at,
        sealedSha256,
        FileState.REFUSED,
        why.codes().stream().sorted(Comparator.comparing(Enum::name)).toList(),
        why.details(),
        null,
        new Screened.Counts(0, 0, 0),
        List.of());
  }
}
