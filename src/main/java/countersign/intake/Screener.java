package countersign.intake;

import com.fasterxml.jackson.databind.JsonNode;
import countersign.accounting.CopyRows;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a worker does with a block: parse, check against the schema, screen, keep. Thread-safe. */
final class Screener {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Z0-9-]{1,40}");
  private static final long MODULUS = 1_000_000_000_000L;

  private final Profile profile;
  private final IdSet ids;
  private final @Nullable Keeper keeper;

  /**
   * Screens blocks of one file.
   *
   * @param keeper null if the file is refused already, so that nothing is kept
   */
  Screener(Profile profile, IdSet ids, @Nullable Keeper keeper) {
    this.profile = profile;
    this.ids = ids;
    this.keeper = keeper;
  }

  Block.Screened screen(Block block) {
    Work work = new Work(block);
    for (Lines.Raw raw : block.records()) {
      try {
        work.request(raw);
      } catch (LineFault e) {
        work.fault(ReasonCode.F109_SCHEMA, e.detail(), raw.number());
      }
    }
    return work.done();
  }

  /** One block under way, used by one thread. */
  private final class Work {
    private final Block block;
    private final long[] hashes;
    private final long[] lines;
    private final List<FileDetail> faults = new ArrayList<>();
    private final CopyRows copy = new CopyRows();
    private int requests;
    private long caseHashTotal;

    Work(Block block) {
      this.block = block;
      this.hashes = new long[block.records().size()];
      this.lines = new long[block.records().size()];
    }

    void request(Lines.Raw raw) throws LineFault {
      JsonNode tree = profile.tree(raw);
      boolean asks =
          switch (RecordKind.of(tree)) {
            case REQUEST -> true;
            case HEADER, TRAILER -> false;
            case OTHER -> throw new LineFault(Detail.TYPE);
          };
      if (!asks) {
        fault(ReasonCode.F108_HEADER_TRAILER_MISSING, Detail.HEADER, raw.number());
        return;
      }
      Fields.Shape shape = new Fields.Shape();
      Request request = Records.request(tree, shape);
      String id = request.requestId();
      if (id == null || !REQUEST_ID.matcher(id).matches()) {
        throw new LineFault(Detail.TYPE);
      }
      keep(raw, request, id, shape.malformed());
    }

    private void keep(Lines.Raw raw, Request request, String id, boolean malformed) {
      hashes[requests] = ids.hash(id);
      lines[requests] = raw.number();
      if (keeper != null && faults.isEmpty()) {
        keeper.add(copy, block.firstNumber() + requests, request, malformed);
      }
      requests++;
      caseHashTotal = (caseHashTotal + digits(request)) % MODULUS;
    }

    void fault(ReasonCode code, Detail detail, long line) {
      faults.add(new FileDetail(code, detail, line));
    }

    Block.Screened done() {
      return new Block.Screened(
          requests, Arrays.copyOf(hashes, requests), lines, caseHashTotal, faults, copy.finish());
    }
  }

  /** The ASCII digits of the case number read as one number, modulo 10^12; 0 without any. */
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
