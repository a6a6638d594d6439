package countersign.screening;

import countersign.profile.FileName;
import countersign.profile.Profile;
import countersign.request.FileId;
import countersign.request.Refused;
import countersign.request.RequestHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one plaintext: stage 3, stage 4, and every request of stage 5. The gateway and the
 * command {@code screen} both use it, so that they give the same answer. Not thread-safe.
 */
public final class FilePass {
  private final ArrivedFile file;
  private final Profile profile;
  private final RecordReader reading;
  private final Predicate<FileId> refusedBefore;
  private @Nullable RequestHeader header;
  private ScreeningPolicy.@Nullable HeaderScreening screening;

  /**
   * Creates a pass that starts at the plaintext's first byte.
   *
   * @param refusedBefore whether the agency's file with that id was refused
   */
  public FilePass(
      InputStream plaintext,
      ArrivedFile file,
      ExecutorService workers,
      Predicate<FileId> refusedBefore) {
    this.file = file;
    this.refusedBefore = refusedBefore;
    this.profile = Profile.of(FileName.of(file.name()));
    this.reading = new RecordReader(plaintext, profile, workers);
  }

  /**
   * Result of stages 3 and 4.
   *
   * @param header the file's header
   * @param finding result of screening the header
   * @param requests number of requests in the file
   */
  public record Read(RequestHeader header, ScreeningPolicy.HeaderScreening finding, int requests) {}

  /**
   * Reads the file to its end.
   *
   * @param policy screens the header
   * @param sink creates the receiver of the requests from the result of the header; not called
   *     after a fault
   * @param keep receives each batch in the order of the file, as long as there is no fault
   * @throws Refused F112 if a record is longer than 64 KiB or there are too many requests
   */
  public void run(
      ScreeningPolicy policy,
      Function<ScreeningPolicy.HeaderScreening, RequestSink> sink,
      Consumer<RequestBatch.Screened> keep)
      throws IOException {
    header = reading.header();
    if (header != null && !citesRefusedFile(header)) {
      reading.headerFault("resubmissionOf.fileId");
    }
    screening = header == null ? null : policy.header(file, header);
    RequestSink rows = screening == null || reading.faulty() ? null : sink.apply(screening);
    Screener screener = new Screener(profile, reading.ids(), rows);
    reading.body(screener::screen, keep);
  }

  private boolean citesRefusedFile(RequestHeader stated) {
    RequestHeader.Resubmission cited = stated.resubmissionOf();
    return cited == null
        || FileId.parse(String.valueOf(cited.fileId())).filter(refusedBefore).isPresent();
  }

  /** The faults of stage 3 that were found so far, in the order of the file. */
  List<SchemaFault> faults() {
    return reading.faults();
  }

  /** Whether stage 3 gave a code. */
  public boolean faulty() {
    return reading.faulty();
  }

  /**
   * Compares the counted values with the trailer.
   *
   * @param subjects number of different subjects
   * @throws Refused with every code of stage 3, if there is one
   */
  public Read end(long subjects) {
    reading.check(subjects);
    if (header == null || screening == null) {
      throw new IllegalStateException("A file without a header passed stage 3");
    }
    return new Read(header, screening, reading.requests());
  }
}
