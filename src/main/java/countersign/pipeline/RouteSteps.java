package countersign.pipeline;

import countersign.approval.Approvals;
import countersign.arrival.ArrivingFile;
import countersign.arrival.ReceivedFile;
import countersign.delivery.Delivery;
import countersign.delivery.SealedFile;
import countersign.intake.Intake;
import countersign.intake.OpenedFile;
import countersign.receipts.Receipts;
import countersign.records.FindAddresses;
import countersign.records.RecordLookup;
import countersign.recordsource.SourceRequest;
import countersign.redaction.Redactor;
import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import countersign.request.SliceId;

/**
 * The beans that routes may name, with the methods that routes may call and no others. Taxpayer
 * data passes between them as {@link ClosedBody}. Public because Camel calls them.
 */
public final class RouteSteps {
  private RouteSteps() {}

  /** The bean {@code intake}. */
  public static final class IntakeSteps {
    private final Intake intake;

    IntakeSteps(Intake intake) {
      this.intake = intake;
    }

    /** Step {@code receive}. */
    public ReceivedFile receive(ArrivingFile file) {
      return intake.receive(file);
    }

    /** Step {@code open}. */
    public OpenedFile open(ReceivedFile file) {
      return ClosedFailure.during(() -> intake.open(file));
    }

    /** Step {@code read}. */
    public FileId read(OpenedFile file) {
      return ClosedFailure.during(() -> intake.read(file));
    }

    /** Step {@code reopen}. */
    public ReceivedFile reopen(FileId file) {
      return ClosedFailure.during(() -> intake.reopen(file));
    }

    /** Step {@code load}. */
    public ClosedBody.Screened load(SliceId slice) {
      return ClosedFailure.during(() -> new ClosedBody.Screened(intake.load(slice)));
    }
  }

  /** The bean {@code receipts}. */
  public static final class ReceiptSteps {
    private final Receipts receipts;

    ReceiptSteps(Receipts receipts) {
      this.receipts = receipts;
    }

    /** Step {@code unseal}. */
    public ClosedBody.Received unseal(ReceivedFile file) {
      return ClosedFailure.during(() -> new ClosedBody.Received(receipts.open(file)));
    }

    /** Step {@code confirm}. */
    public FileId confirm(ClosedBody.Constrained receipt) {
      return ClosedFailure.during(() -> receipts.confirm(receipt.open(), receipt.document()));
    }
  }

  /** The bean {@code records}. */
  public static final class RecordSteps {
    private final RecordLookup records;

    RecordSteps(RecordLookup records) {
      this.records = records;
    }

    /** Step {@code match}. */
    public ClosedBody.LookedUp match(ClosedBody.Screened slice) {
      return ClosedFailure.during(() -> new ClosedBody.LookedUp(records.match(slice.open())));
    }
  }

  /** The bean {@code redactor}. */
  public static final class RedactorSteps {
    private final Redactor redactor;

    RedactorSteps(Redactor redactor) {
      this.redactor = redactor;
    }

    /** Step {@code redact}. */
    public ClosedBody.Redacted redact(ClosedBody.LookedUp matches) {
      return ClosedFailure.during(() -> new ClosedBody.Redacted(redactor.redact(matches.open())));
    }
  }

  /** The bean {@code approvals}. */
  public static final class ApprovalSteps {
    private final Approvals approvals;

    ApprovalSteps(Approvals approvals) {
      this.approvals = approvals;
    }

    /** The step that stores drafts for two reviewers. */
    public SliceId draft(ClosedBody.Redacted drafts) {
      return ClosedFailure.during(() -> approvals.draft(drafts.open()));
    }
  }

  /** The bean {@code jdbcFindAddresses}. */
  public static final class SourceSteps {
    private final FindAddresses source;

    SourceSteps(FindAddresses source) {
      this.source = source;
    }

    /** Step {@code find}. */
    public ClosedBody.Found find(ClosedBody.Wanted wanted) {
      return ClosedFailure.during(() -> new ClosedBody.Found(source.find(wanted.open())));
    }
  }

  /** The bean {@code recordSource}, for a source outside the database. */
  public static final class OutsideSourceSteps {
    /** Step {@code ask}. */
    public ClosedBody.Asked ask(ClosedBody.Wanted wanted) {
      return ClosedFailure.during(() -> new ClosedBody.Asked(new SourceRequest(wanted.open())));
    }

    /** Step {@code answer}. */
    public ClosedBody.Found answer(ClosedBody.Validated reply) {
      return ClosedFailure.during(() -> new ClosedBody.Found(reply.open()));
    }
  }

  /** The bean {@code delivery}. */
  public static final class DeliverySteps {
    private final Delivery delivery;

    DeliverySteps(Delivery delivery) {
      this.delivery = delivery;
    }

    /** Step {@code acknowledge}. */
    public AcknowledgementId acknowledge(AcknowledgementId due) {
      return ClosedFailure.during(() -> delivery.acknowledge(due));
    }

    /** Step {@code release}. */
    public GroupId release(GroupId group) {
      return ClosedFailure.during(() -> delivery.release(group));
    }

    /** Step {@code seal}. */
    public ResponseId seal(ResponseId response) {
      return ClosedFailure.during(() -> delivery.seal(response));
    }

    /** Step {@code dispatch}. */
    public SealedFile dispatch(OutgoingId id) {
      return ClosedFailure.during(() -> delivery.dispatch(id));
    }

    /** Step {@code deliver}. */
    public void deliver(SealedFile file) {
      ClosedFailure.during(
          () -> {
            delivery.deliver(file);
            return true;
          });
    }
  }
}
