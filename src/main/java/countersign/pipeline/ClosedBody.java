package countersign.pipeline;

import countersign.intake.ScreenedSlice;
import countersign.receipts.OpenedReceipt;
import countersign.receipts.ReceiptDocument;
import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import countersign.records.Matches;
import countersign.recordsource.SourceReply;
import countersign.recordsource.SourceRequest;
import countersign.redaction.Drafts;
import java.util.List;

/**
 * Taxpayer data on its way from one step to the next. Only {@link RouteSteps} opens it. A route, an
 * expression, a converter, a serialiser and a log get the unit's id at most.
 */
abstract sealed class ClosedBody {
  private final String unit;

  private ClosedBody(String unit) {
    this.unit = unit;
  }

  /** Names the kind and the unit, never a value. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + " of " + unit;
  }

  /** Screened requests. */
  static final class Screened extends ClosedBody {
    private final ScreenedSlice slice;

    Screened(ScreenedSlice slice) {
      super(slice.id().toString());
      this.slice = slice;
    }

    ScreenedSlice open() {
      return slice;
    }
  }

  /** Looked-up records. */
  static final class LookedUp extends ClosedBody {
    private final Matches matches;

    LookedUp(Matches matches) {
      super(matches.slice().toString());
      this.matches = matches;
    }

    Matches open() {
      return matches;
    }
  }

  /** Redacted drafts. */
  static final class Redacted extends ClosedBody {
    private final Drafts drafts;

    Redacted(Drafts drafts) {
      super(drafts.slice().toString());
      this.drafts = drafts;
    }

    Drafts open() {
      return drafts;
    }
  }

  /** The taxpayers that the record source is asked for. */
  static final class Wanted extends ClosedBody {
    private final List<LookupKey> keys;

    Wanted(List<LookupKey> keys) {
      super(keys.size() + " keys");
      this.keys = List.copyOf(keys);
    }

    List<LookupKey> open() {
      return keys;
    }
  }

  /** A request to a record source outside the database. */
  static final class Asked extends ClosedBody {
    private final SourceRequest request;

    Asked(SourceRequest request) {
      super(request.toString());
      this.request = request;
    }

    SourceRequest open() {
      return request;
    }
  }

  /** The bytes of its reply, which no step has read. */
  static final class Answered extends ClosedBody {
    private final SourceRequest request;
    private final byte[] reply;

    Answered(SourceRequest request, byte[] reply) {
      super(request.toString());
      this.request = request;
      this.reply = reply.clone();
    }

    SourceRequest request() {
      return request;
    }

    byte[] open() {
      return reply.clone();
    }
  }

  /** Its reply as an object. The bean validator makes a {@link Validated} of it. */
  static final class Parsed extends ClosedBody {
    private final SourceRequest request;
    private final SourceReply reply;

    Parsed(SourceRequest request, SourceReply reply) {
      super(request.toString());
      this.request = request;
      this.reply = reply;
    }

    SourceRequest request() {
      return request;
    }

    SourceReply open() {
      return reply;
    }
  }

  /** Its reply, each field of which is as the schema says. */
  static final class Validated extends ClosedBody {
    private final SourceRequest request;
    private final SourceReply reply;

    Validated(SourceRequest request, SourceReply reply) {
      super(request.toString());
      this.request = request;
      this.reply = reply;
    }

    List<FoundRecord> open() {
      return request.answeredBy(reply);
    }
  }

  /** An officer's document, which no step has read. */
  static final class Received extends ClosedBody {
    private final OpenedReceipt receipt;

    Received(OpenedReceipt receipt) {
      super(receipt.toString());
      this.receipt = receipt;
    }

    OpenedReceipt open() {
      return receipt;
    }
  }

  /** An officer's document as an object. The bean validator makes a {@link Constrained} of it. */
  static final class Stated extends ClosedBody {
    private final OpenedReceipt receipt;
    private final ReceiptDocument document;

    Stated(OpenedReceipt receipt, ReceiptDocument document) {
      super(receipt.toString());
      this.receipt = receipt;
      this.document = document;
    }

    OpenedReceipt open() {
      return receipt;
    }

    ReceiptDocument document() {
      return document;
    }
  }

  /** An officer's document, each field of which meets its constraints. */
  static final class Constrained extends ClosedBody {
    private final OpenedReceipt receipt;
    private final ReceiptDocument document;

    Constrained(OpenedReceipt receipt, ReceiptDocument document) {
      super(receipt.toString());
      this.receipt = receipt;
      this.document = document;
    }

    OpenedReceipt open() {
      return receipt;
    }

    ReceiptDocument document() {
      return document;
    }
  }

  /** What the record source found. */
  static final class Found extends ClosedBody {
    private final List<FoundRecord> records;

    Found(List<FoundRecord> records) {
      super(records.size() + " records");
      this.records = List.copyOf(records);
    }

    List<FoundRecord> open() {
      return records;
    }
  }
}
