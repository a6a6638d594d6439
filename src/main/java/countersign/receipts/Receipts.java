package countersign.receipts;

import countersign.arrival.ReceivedFile;
import countersign.intake.FileRow;
import countersign.intake.ReceiptFiles;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.request.Actor;
import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.io.IOException;
import java.util.List;

/**
 * The two steps of a receipt or disposition: {@code open} proves that the named officer signed it,
 * {@code confirm} commits what it says. Each may run twice. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 7</a>
 */
public final class Receipts {
  private final Lifecycle lifecycle;
  private final ReceiptFiles files;
  private final OfficerCertificates keys;
  private final Opener opener;
  private final Custody custody;

  Receipts(
      Lifecycle lifecycle,
      ReceiptFiles files,
      OfficerCertificates keys,
      Opener opener,
      Custody custody) {
    this.lifecycle = lifecycle;
    this.files = files;
    this.keys = keys;
    this.opener = opener;
    this.custody = custody;
  }

  /**
   * Opens a document with the key of the officer whom its name names.
   *
   * @throws Refused F101, F102 or F112
   * @throws Unavailable if its stored bytes cannot be read now
   */
  public OpenedReceipt open(ReceivedFile file) {
    FileRow row = files.find(file.id());
    FileId.OfReceipt name = name(row.id());
    try (OpenedStream plain =
        opener.open(
            files.sealed(row.id()),
            row.sizeBytes(),
            keys.of(name.officer(), row.agency(), row.receivedAt()),
            row.receivedAt())) {
      byte[] content = plain.readAllBytes();
      plain.verify();
      return new OpenedReceipt(row.id(), content);
    } catch (EnvelopeRefused e) {
      ReasonCode code = ReasonCode.valueOf(e.fault().code());
      FileDetail.Detail detail = FileDetail.Detail.valueOf(e.fault().name());
      throw new Refused(List.of(code), List.of(new FileDetail(code, detail, null)));
    } catch (IOException e) {
      throw new Unavailable(
          "FILE_UNREADABLE",
          "The stored bytes of %s cannot be read; the gateway tries again".formatted(row.id()),
          e);
    }
  }

  /**
   * COMMITS what an officer says about a response. Saying it again changes nothing.
   *
   * @throws Refused F103 if its name says something else, S507 if the officer was sent no such
   *     response, S508 if it is about other bytes
   */
  public FileId confirm(OpenedReceipt receipt, ReceiptDocument said) {
    FileRow row = files.find(receipt.id());
    if (!said.isNamed(name(row.id()))) {
      throw new Refused(
          List.of(ReasonCode.F103_FILENAME),
          List.of(new FileDetail(ReasonCode.F103_FILENAME, FileDetail.Detail.HEADER, null)));
    }
    lifecycle.run(
        Actor.partner(row.partner()),
        change -> {
          Custody.Sent sent = custody.sent(said, row.agency());
          if (files.file(change, row.id())) {
            custody.record(change, sent, said, row.id());
          }
        });
    return row.id();
  }

  private static FileId.OfReceipt name(FileId id) {
    return id.receipt()
        .orElseThrow(() -> new IllegalArgumentException(id + " is not the id of a receipt"));
  }
}
