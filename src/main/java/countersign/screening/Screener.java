package countersign.screening;

import countersign.profile.Fields;
import countersign.profile.LineFault;
import countersign.profile.Lines;
import countersign.profile.Profile;
import countersign.profile.RecordKind;
import countersign.profile.RecordMapper;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Parses a batch of records, checks each against the schema, screens it and hands it to the sink.
 * Thread-safe.
 */
public final class Screener {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Z0-9-]{1,40}");
  private static final long MODULUS = 1_000_000_000_000L;

  private final Profile profile;
  private final RequestIdSet ids;
  private final @Nullable RequestSink sink;

  /**
   * Creates a screener for batches of one file.
   *
   * @param sink null if the file is already refused, so that no request is kept
   */
  Screener(Profile profile, RequestIdSet ids, @Nullable RequestSink sink) {
    this.profile = profile;
    this.ids = ids;
    this.sink = sink;
  }

  /**
   * Every code of a request that does not depend on other requests.
   *
   * @param malformed names of its malformed fields
   */
  public static List<ReasonCode> codes(
      Function<Request, List<ReasonCode>> screen, Request request, Set<String> malformed) {
    List<ReasonCode> codes = new ArrayList<>(screen.apply(request));
    if (!malformed.isEmpty()) {
      codes.add(ReasonCode.F109_SCHEMA);
    }
    return codes;
  }

  RequestBatch.Screened screen(RequestBatch batch) {
    Work work = new Work(batch);
    for (Lines.Raw raw : batch.records()) {
      try {
        work.request(raw);
      } catch (LineFault e) {
        work.fault(ReasonCode.F109_SCHEMA, e, raw.number());
      }
    }
    return work.done();
  }

  /** The screening of one batch; not thread-safe. */
  private final class Work {
    private final RequestBatch batch;
    private final long[] hashes;
    private final long[] lines;
    private final List<SchemaFault> faults = new ArrayList<>();
    private final RequestSink.@Nullable Batch kept = sink == null ? null : sink.batch();
    private int requests;
    private long caseHashTotal;

    Work(RequestBatch batch) {
      this.batch = batch;
      this.hashes = new long[batch.records().size()];
      this.lines = new long[batch.records().size()];
    }

    void request(Lines.Raw raw) throws LineFault {
      JsonNode tree = profile.tree(raw);
      boolean asks =
          switch (RecordKind.of(tree)) {
            case REQUEST -> true;
            case HEADER, TRAILER -> false;
            case OTHER -> throw new LineFault(Detail.TYPE, "type");
          };
      if (!asks) {
        fault(ReasonCode.F108_HEADER_TRAILER_MISSING, new LineFault(Detail.HEADER), raw.number());
        return;
      }
      Fields.Shape shape = new Fields.Shape();
      Request request = RecordMapper.request(tree, shape);
      String id = request.requestId();
      if (id == null || !REQUEST_ID.matcher(id).matches()) {
        throw new LineFault(Detail.TYPE, "requestId");
      }
      keep(raw, request, id, shape.malformed());
    }

    private void keep(Lines.Raw raw, Request request, String id, Set<String> malformed) {
      hashes[requests] = ids.hash(id);
      lines[requests] = raw.number();
      if (kept != null && faults.isEmpty()) {
        kept.add(batch.firstNumber() + requests, request, malformed);
      }
      requests++;
      caseHashTotal = (caseHashTotal + digits(request)) % MODULUS;
    }

    void fault(ReasonCode code, LineFault fault, long line) {
      faults.add(SchemaFault.of(code, fault, line));
    }

    RequestBatch.Screened done() {
      return new RequestBatch.Screened(
          requests,
          Arrays.copyOf(hashes, requests),
          lines,
          caseHashTotal,
          faults,
          kept == null ? List.of() : kept.rows());
    }
  }

  /** The ASCII digits of the case number, read as one number, modulo 10^12; 0 if there are none. */
  private static long digits(Request request) {
    Request.CaseReference reference = request.caseReference();
    String number = reference == null ? null : reference.number();
    long value = 0;
    for (int i = 0; number != null && i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '0' && c <= '9') {
        value = (value * 10 + (c - '0')) % MODULUS;
      }
    }
    return value;
  }
}
