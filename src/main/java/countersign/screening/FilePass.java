package countersign.screening;

import countersign.profile.FileName;
import countersign.profile.Profile;
import countersign.request.Refused;
import countersign.request.RequestHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one plaintext: stage 3, stage 4, and every request of stage 5. The gateway and
 * {@code screen} go this same way, so that neither can say what the other would not. For one
 * thread.
 */
public final class FilePass {
  private final ArrivedFile file;
  private final Profile profile;
  private final RecordReader reading;
  private @Nullable RequestHeader header;
  private ScreeningPolicy.@Nullable HeaderScreening finding;

  /** Begins at the plaintext's first byte. */
  public FilePass(InputStream plaintext, ArrivedFile file, ExecutorService workers) {
    this.file = file;
    this.profile = Profile.of(FileName.of(file.name()));
    this.reading = new RecordReader(plaintext, profile, workers);
  }

  /** What stages 3 and 4 left. */
  public record Read(RequestHeader header, ScreeningPolicy.HeaderScreening finding, int requests) {}

  /**
   * Reads to the end.
   *
   * @param sink takes the requests, once it is known how they are judged; not asked after a fault
   * @param keep takes each block in the file's order, while there is no fault
   * @throws Refused F112 if a record is longer than 64 KiB or there are too many
   */
  public void run(
      ScreeningPolicy judgement,
      Function<ScreeningPolicy.HeaderScreening, RequestSink> sink,
      Consumer<RequestBatch.Screened> keep)
      throws IOException {
    header = reading.header();
    finding = header == null ? null : judgement.header(file, header);
    RequestSink rows = finding == null || reading.faulty() ? null : sink.apply(finding);
    Screener screener = new Screener(profile, reading.ids(), rows);
    reading.body(screener::screen, keep);
  }

  /** Whether stage 3 gave a code. */
  public boolean faulty() {
    return reading.faulty();
  }

  /**
   * Compares what was counted with the trailer.
   *
   * @param subjects number of different subjects
   * @throws Refused with every code of stage 3, if there is one
   */
  public Read end(long subjects) {
    reading.check(subjects);
    if (header == null || finding == null) {
      throw new IllegalStateException("A file without a header passed stage 3");
    }
    return new Read(header, finding, reading.requests());
  }
}
