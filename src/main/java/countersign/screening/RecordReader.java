package countersign.screening;

import countersign.profile.HeaderChecks;
import countersign.profile.LineFault;
import countersign.profile.Lines;
import countersign.profile.Profile;
import countersign.profile.RecordKind;
import countersign.profile.RecordMapper;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.RequestHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Stage 3, in one pass over a plaintext: header, batches of requests, trailer. Workers parse and
 * screen the batches, and the results are used in the order of the file. After a fault no batch is
 * kept, but the rest is still read, so that the partner learns every fault at once.
 */
final class RecordReader {
  private static final int MAX_REQUESTS = 1_500_000;
  private static final int IN_FLIGHT = 3;
  private static final long MODULUS = 1_000_000_000_000L;

  private final Lines lines;
  private final Profile profile;
  private final ExecutorService workers;
  private final ProfileFaults faults = new ProfileFaults();
  private final RequestIdSet ids = new RequestIdSet();
  private final Deque<Future<RequestBatch.Screened>> inFlight = new ArrayDeque<>();
  private Lines.@Nullable Raw pushedBack;
  private int records;
  private int requests;
  private long caseHashTotal;
  private RecordMapper.@Nullable Trailer trailer;

  RecordReader(InputStream plaintext, Profile profile, ExecutorService workers) {
    this.lines = new Lines(plaintext, profile.quoted());
    this.profile = profile;
    this.workers = workers;
  }

  /** Set of the request ids read so far; workers use it to hash ids. */
  RequestIdSet ids() {
    return ids;
  }

  int requests() {
    return requests;
  }

  /** The trailer; null if it could not be read, which is a fault. */
  RecordMapper.@Nullable Trailer trailer() {
    return trailer;
  }

  /** Whether stage 3 gave a code. */
  boolean faulty() {
    return faults.any();
  }

  /**
   * Reads the first record; null if it is not a valid header, which is a fault.
   *
   * @throws Refused F112 if the record is longer than 64 KiB
   */
  @Nullable RequestHeader header() throws IOException {
    Lines.Raw first = lines.next();
    RequestHeader header = null;
    try {
      JsonNode tree = first == null ? null : profile.tree(first);
      if (tree != null && RecordKind.of(tree) == RecordKind.HEADER) {
        header = HeaderChecks.complete(tree);
      } else {
        headless(first);
      }
    } catch (LineFault e) {
      faults.add(e, 1);
      if (first != null && !profile.isMeantAs(RecordKind.HEADER, first)) {
        faults.add(ReasonCode.F108_HEADER_TRAILER_MISSING, Detail.HEADER, 1);
      }
    }
    if (profile.hasColumnNames()) {
      columns();
    }
    return header;
  }

  private void headless(Lines.@Nullable Raw first) {
    faults.add(ReasonCode.F108_HEADER_TRAILER_MISSING, Detail.HEADER, 1);
    pushedBack = first;
    if (profile.hasColumnNames()) {
      faults.add(ReasonCode.F109_SCHEMA, Detail.HEADER, 1);
    }
  }

  /** Reads the names of the columns, which are in the first line of a file without a header. */
  private void columns() throws IOException {
    boolean headless = pushedBack != null;
    Lines.Raw names = headless ? pushedBack : lines.next();
    pushedBack = null;
    while (!headless && names != null && profile.isMeantAs(RecordKind.HEADER, names)) {
      faults.add(ReasonCode.F108_HEADER_TRAILER_MISSING, Detail.HEADER, names.number());
      names = lines.next();
    }
    try {
      if (names != null) {
        profile.takesSecondLine(names);
      }
    } catch (LineFault e) {
      if (headless && e.detail() == Detail.HEADER) {
        pushedBack = names; // a record
      } else {
        faults.add(e, Objects.requireNonNull(names).number());
      }
    }
  }

  /** Adds a fault of the header that only earlier files show. */
  void headerFault(String field) {
    faults.add(new LineFault(Detail.HEADER, field), 1);
  }

  /** The faults found so far, in the order of the file. */
  List<SchemaFault> faults() {
    return faults.sorted();
  }

  /**
   * Reads everything after the header.
   *
   * @param screen screens a batch, on a worker's thread
   * @param keep receives each batch in the order of the file, on the calling thread, as long as
   *     there is no fault
   * @throws Refused F112 if a record is longer than 64 KiB or there are too many requests
   */
  void body(
      Function<RequestBatch, RequestBatch.Screened> screen, Consumer<RequestBatch.Screened> keep)
      throws IOException {
    Lines.Raw current = pushedBack == null ? lines.next() : pushedBack;
    RequestBatch batch = new RequestBatch(1);
    while (current != null) {
      Lines.Raw next = lines.next();
      if (next == null) {
        break;
      }
      batch.add(current);
      if (batch.full()) {
        submit(batch, screen, keep);
        batch = new RequestBatch(batch.nextNumber());
      }
      current = next;
    }
    if (!batch.isEmpty()) {
      submit(batch, screen, keep);
    }
    while (!inFlight.isEmpty()) {
      settle(keep);
    }
    end(current, screen, keep);
  }

  private void submit(
      RequestBatch batch,
      Function<RequestBatch, RequestBatch.Screened> screen,
      Consumer<RequestBatch.Screened> keep) {
    if (batch.nextNumber() - 1 > MAX_REQUESTS) {
      throw new Refused(
          List.of(ReasonCode.F112_THREAT_SCAN),
          List.of(new FileDetail(ReasonCode.F112_THREAT_SCAN, Detail.SIZE, null)));
    }
    while (inFlight.size() >= IN_FLIGHT) {
      settle(keep);
    }
    records += batch.records().size();
    inFlight.add(workers.submit(() -> screen.apply(batch)));
  }

  private void settle(Consumer<RequestBatch.Screened> keep) {
    RequestBatch.Screened screened = result(inFlight.remove());
    screened.faults().forEach(faults::add);
    for (int i = 0; i < screened.requests(); i++) {
      if (!ids.add(screened.ids()[i])) {
        faults.add(ReasonCode.F109_SCHEMA, Detail.DUPLICATE_REQUEST_ID, screened.lines()[i]);
      }
    }
    requests += screened.requests();
    caseHashTotal = (caseHashTotal + screened.caseHashTotal()) % MODULUS;
    if (!faults.any()) {
      keep.accept(screened);
    }
  }

  private static RequestBatch.Screened result(Future<RequestBatch.Screened> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while reading a file; the gateway reads it again", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A batch of requests could not be screened", e.getCause());
    }
  }

  private void end(
      Lines.@Nullable Raw last,
      Function<RequestBatch, RequestBatch.Screened> screen,
      Consumer<RequestBatch.Screened> keep) {
    if (last == null) {
      faults.add(SchemaFault.of(ReasonCode.F108_HEADER_TRAILER_MISSING, profile.endsEarly(), 2));
      return;
    }
    RecordKind kind = RecordKind.OTHER;
    try {
      JsonNode tree = profile.tree(last);
      kind = RecordKind.of(tree);
      if (kind == RecordKind.TRAILER) {
        complete(tree, last.number());
        return;
      }
    } catch (LineFault e) {
      if (kind == RecordKind.TRAILER || profile.isMeantAs(RecordKind.TRAILER, last)) {
        faults.add(e, last.number());
        return;
      }
    }
    LineFault noTrailer = new LineFault(Detail.HEADER, null, Profile.NO_TRAILER);
    faults.add(SchemaFault.of(ReasonCode.F108_HEADER_TRAILER_MISSING, noTrailer, last.number()));
    if (kind != RecordKind.HEADER) {
      judge(last, screen, keep);
    }
  }

  private void complete(JsonNode tree, long line) throws LineFault {
    trailer = HeaderChecks.completeTrailer(tree);
    if (records == 0) {
      faults.add(ReasonCode.F109_SCHEMA, Detail.NO_REQUEST, line);
    }
  }

  /** Reports what else is wrong with a last record that is no trailer. */
  private void judge(
      Lines.Raw last,
      Function<RequestBatch, RequestBatch.Screened> screen,
      Consumer<RequestBatch.Screened> keep) {
    RequestBatch batch = new RequestBatch(records + 1);
    batch.add(last);
    submit(batch, screen, keep);
    settle(keep);
  }

  /**
   * Compares the counted values with the trailer, unless there was a fault.
   *
   * @param subjects number of distinct subjects that were kept
   * @throws Refused with every code of this stage, if there is one
   */
  void check(long subjects) {
    RecordMapper.Trailer stated = trailer;
    if (!faults.any() && stated != null) {
      boolean counts =
          Objects.equals(stated.requestCount(), (long) requests)
              && Objects.equals(stated.subjectCount(), subjects);
      boolean hashes =
          Objects.equals(stated.caseHashTotal(), caseHashTotal)
              && lines
                  .hashBeforeLast()
                  .equals(String.valueOf(stated.bodySha256()).toLowerCase(Locale.ROOT));
      if (!counts || !hashes) {
        throw new Refused(codes(counts, hashes), List.of());
      }
    }
    if (faults.any()) {
      throw faults.refused();
    }
  }

  private static List<ReasonCode> codes(boolean counts, boolean hashes) {
    return counts
        ? List.of(ReasonCode.F107_HASH_MISMATCH)
        : hashes
            ? List.of(ReasonCode.F106_COUNT_MISMATCH)
            : List.of(ReasonCode.F106_COUNT_MISMATCH, ReasonCode.F107_HASH_MISMATCH);
  }
}
