package countersign.delivery;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.request.FileDetail;
import countersign.request.ReasonCode;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the acknowledgement of a received file. It contains the whole state of the file that
 * depends on the request, and nothing that depends on a record.
 */
final class Acknowledgements {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JdbcAcknowledgements rows;
  private final Authority authority;

  Acknowledgements(JdbcAcknowledgements rows, Authority authority) {
    this.rows = rows;
    this.authority = authority;
  }

  /** Writes the acknowledgement's plaintext from one consistent snapshot of the tables. */
  void render(JdbcAcknowledgements.StoredAcknowledgement row, OutputStream out) {
    rows.reading(() -> AcknowledgementDocument.write(out, head(row), rows.requests(row.file())));
  }

  private AcknowledgementDocument.Head head(JdbcAcknowledgements.StoredAcknowledgement row) {
    JdbcAcknowledgements.RejectedAndHeld counts = rows.counts(row.file());
    LocalDate answerBy =
        authority
            .agreement(row.agreement())
            .map((Agreement known) -> AcknowledgementDocument.answerBy(known, row.answeredAt()))
            .orElse(null);
    return new AcknowledgementDocument.Head(
        row.file(),
        row.number(),
        row.receivedAt(),
        row.answeredAt(),
        row.sealedSha256(),
        row.fileState(),
        row.fileCodes(),
        details(row.fileDetails()),
        new AcknowledgementDocument.Counts(row.requests(), counts.refused(), counts.held()),
        answerBy,
        row.takes());
  }

  private static List<FileDetail> details(String stored) {
    List<FileDetail> details = new ArrayList<>();
    for (JsonNode detail : MAPPER.readTree(stored)) {
      JsonNode line = detail.path("line");
      details.add(
          new FileDetail(
              ReasonCode.valueOf(detail.path("code").asString()),
              FileDetail.Detail.valueOf(detail.path("detail").asString()),
              line.isIntegralNumber() ? line.longValue() : null));
    }
    return details;
  }
}
