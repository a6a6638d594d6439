package countersign.screening;

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
import countersign.profile.FileName;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Judges a request file before it is sent, so that the agency's developer can correct it first. It
 * answers like a gateway of the file's environment without any other file: no records, no database,
 * no history. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, judging in stages</a>
 */
public final class DryRun {
  private final Authority authority;
  private final IntakeCapacity capacity;
  private final ExecutorService workers;

  /**
   * Creates a dry run with these registers and rules.
   *
   * @param workers executor that parses and screens; the caller shuts it down
   */
  public DryRun(Authority authority, IntakeCapacity capacity, ExecutorService workers) {
    this.authority = authority;
    this.capacity = capacity;
    this.workers = workers;
  }

  /**
   * Screens a plaintext file, which has its final name without {@code .pgp}.
   *
   * @param at assumed time of the pick-up
   * @throws IOException if the file cannot be read
   * @throws Unavailable if no rules are in force
   */
  public ScreeningResult plain(Path file, Instant at) throws IOException {
    FileName name = FileName.of(file.getFileName() + ".pgp");
    ArrivedFile row = row(name, Files.size(file), sha256(file), at);
    if (!isNamed(row)) {
      return unnamed(file, row, null);
    }
    if (row.sizeBytes() > limits(row).maxPlaintextBytes()) {
      return refused(row, null, fault(ReasonCode.F112_THREAT_SCAN, Detail.SIZE));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return judge(row, null, in, () -> null);
    }
  }

  /**
   * Screens a sealed file, including its envelope and signer.
   *
   * @param key key that decrypts the file; a file that is encrypted only to the gateway needs the
   *     gateway's key
   * @param at assumed time of the pick-up
   * @throws IOException if the file cannot be read
   * @throws Unavailable if no rules are in force
   */
  public ScreeningResult sealed(Path file, SecretKey key, Instant at) throws IOException {
    FileName name = FileName.of(String.valueOf(file.getFileName()));
    String sha256 = sha256(file);
    ArrivedFile row = row(name, Files.size(file), sha256, at);
    if (!isNamed(row)) {
      return unnamed(file, row, sha256);
    }
    try (InputStream in = Files.newInputStream(file);
        OpenedStream opened =
            new Opener(List.of(key), limits(row))
                .open(in, row.sizeBytes(), policy(row).sender(row.partner(), at).pinned(), at)) {
      return judge(row, sha256, opened, opened::verify);
    } catch (EnvelopeRefused why) {
      if (why.fault() == EnvelopeFault.NOT_FOR_US) {
        throw new IOException(
            "%s is not encrypted to that key (NOT_FOR_US). Screen the file before you seal it, or also seal it to your own key."
                .formatted(file),
            why);
      }
      return refused(
          row,
          sha256,
          fault(ReasonCode.valueOf(why.fault().code()), Detail.valueOf(why.fault().name())));
    }
  }

  /** Returns the signer after everything has been read. */
  private interface Proof {
    @Nullable Signer signer() throws IOException;
  }

  private ScreeningResult judge(
      ArrivedFile row, @Nullable String sealedSha256, InputStream plaintext, Proof proof)
      throws IOException {
    FilePass pass = new FilePass(plaintext, row, workers, cited -> true);
    try {
      return judge(row, sealedSha256, pass, proof);
    } catch (Refused why) {
      return refused(row, sealedSha256, why, pass.faults());
    }
  }

  private ScreeningResult judge(
      ArrivedFile row, @Nullable String sealedSha256, FilePass pass, Proof proof)
      throws IOException {
    AtomicReference<@Nullable DryRunCollector> collected = new AtomicReference<>();
    pass.run(
        policy(row),
        screening -> {
          DryRunCollector collector = collector(screening);
          collected.set(collector);
          return collector;
        },
        batch -> {});
    Signer signer = proof.signer();
    DryRunCollector collector = collected.get();
    FilePass.Read read = pass.end(collector == null ? 0 : collector.subjects());
    if (collector == null) {
      throw new IllegalStateException("A file whose requests were not collected passed stage 3");
    }
    return verdict(row, sealedSha256, read, collector, signer);
  }

  private static ScreeningResult verdict(
      ArrivedFile row,
      @Nullable String sealedSha256,
      FilePass.Read read,
      DryRunCollector collector,
      @Nullable Signer signer) {
    Set<ReasonCode> codes = FileOutcome.stageFour(read.finding(), signer);
    List<SchemaFault> details =
        FileOutcome.details(codes).stream()
            .map(detail -> new SchemaFault(detail, null, FileNameCure.ofHeader(row, read.header())))
            .toList();
    FileLimits fileWideLimits = codes.isEmpty() ? read.finding().comparison() : null;
    if (fileWideLimits != null) {
      codes.addAll(collector.fileCodes(fileWideLimits));
    }
    FileState state = FileOutcome.state(codes);
    List<ScreeningResult.Found> found = collector.all(fileWideLimits, state == FileState.REFUSED);
    return new ScreeningResult(
        row.id(),
        row.receivedAt(),
        sealedSha256,
        state,
        codes.stream().sorted(Comparator.comparing(Enum::name)).toList(),
        details,
        read.header().agreement(),
        DryRunCollector.counts(state, read.requests(), found),
        found);
  }

  private static DryRunCollector collector(ScreeningPolicy.HeaderScreening screening) {
    boolean refused = !screening.codes().isEmpty();
    return new DryRunCollector(refused ? request -> List.of() : screening.screen());
  }

  /**
   * The policy from the registers, without officers' keys, which only the gateway's operators have.
   */
  private ScreeningPolicy policy(ArrivedFile row) {
    Authority own = own(row);
    return new RegisterScreeningPolicy(
        own, new PolicyScreeningRules(own, false), Clock.fixed(row.receivedAt(), ZoneOffset.UTC));
  }

  private EnvelopeLimits limits(ArrivedFile row) {
    return OpeningLimits.of(own(row), capacity);
  }

  private Authority own(ArrivedFile row) {
    return authority.in(row.id().environment());
  }

  private ArrivedFile row(FileName name, long bytes, String sha256, Instant at) {
    FileId id = name.id();
    String agency = id == null ? "" : id.agency();
    String partner =
        authority.partners().stream()
            .filter(one -> one.agency().equals(agency))
            .map(Partner::id)
            .sorted()
            .findFirst()
            .orElse("");
    return new ArrivedFile(
        id == null ? FileId.unnamed(day(at), sha256) : id, partner, agency, name.kept(), bytes, at);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The Java runtime has no SHA-256", e);
    }
  }

  /** Whether the name is valid and belongs to a partner. */
  private static boolean isNamed(ArrivedFile row) {
    return row.id().isNamed() && !row.partner().isEmpty();
  }

  private static ScreeningResult unnamed(
      Path file, ArrivedFile row, @Nullable String sealedSha256) {
    FileDetail detail = fault(ReasonCode.F103_FILENAME, Detail.NAME);
    String cure = FileNameCure.ofName(String.valueOf(file.getFileName()), row.id().isNamed());
    return refused(
        row,
        sealedSha256,
        new Refused(List.of(detail.code()), List.of(detail)),
        List.of(new SchemaFault(detail, null, cure)));
  }

  private static FileDetail fault(ReasonCode code, Detail detail) {
    return new FileDetail(code, detail, null);
  }

  private static ScreeningResult refused(
      ArrivedFile row, @Nullable String sealedSha256, FileDetail detail) {
    Refused why = new Refused(List.of(detail.code()), List.of(detail));
    return refused(row, sealedSha256, why, List.of());
  }

  private static List<SchemaFault> unnamedFields(List<FileDetail> details) {
    return details.stream().map(detail -> new SchemaFault(detail, null, null)).toList();
  }

  /**
   * The result for a refused file.
   *
   * @param found the faults of stage 3, with the names of their fields; used if they are the reason
   */
  private static ScreeningResult refused(
      ArrivedFile row, @Nullable String sealedSha256, Refused why, List<SchemaFault> found) {
    boolean named = found.stream().map(SchemaFault::detail).toList().equals(why.details());
    return new ScreeningResult(
        row.id(),
        row.receivedAt(),
        sealedSha256,
        FileState.REFUSED,
        why.codes().stream().sorted(Comparator.comparing(Enum::name)).toList(),
        named ? found : unnamedFields(why.details()),
        null,
        new ScreeningResult.Counts(0, 0, 0),
        List.of());
  }
}
