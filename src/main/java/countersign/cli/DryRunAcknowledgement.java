package countersign.cli;

import countersign.authority.Authority;
import countersign.delivery.AcknowledgementDocument;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.screening.ScreeningResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The acknowledgement that the gateway would write for a file that was judged without it. */
final class DryRunAcknowledgement {
  private DryRunAcknowledgement() {}

  /** The document, as text. */
  static String of(Authority authority, ScreeningResult screened) throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    AcknowledgementDocument.write(document, head(authority, screened), requests(screened));
    return document.toString(StandardCharsets.UTF_8);
  }

  private static AcknowledgementDocument.Head head(Authority authority, ScreeningResult screened) {
    boolean takes = screened.state() == FileState.IN_PROGRESS && screened.counts().taken() > 0;
    String agreement = screened.agreement();
    LocalDate answerBy =
        agreement == null
            ? null
            : authority
                .agreement(agreement)
                .map(known -> AcknowledgementDocument.answerBy(known, screened.receivedAt()))
                .orElse(null);
    return new AcknowledgementDocument.Head(
        screened.file(),
        1,
        screened.receivedAt(),
        screened.receivedAt(),
        screened.sealedSha256(),
        screened.state(),
        names(screened.codes()),
        screened.details(),
        new AcknowledgementDocument.Counts(
            screened.counts().all(), screened.counts().refused(), screened.counts().held()),
        answerBy,
        takes);
  }

  private static AcknowledgementDocument.Requests requests(ScreeningResult screened) {
    return new AcknowledgementDocument.Requests() {
      @Override
      public void coded(
          List<String> states, AcknowledgementDocument.Out<AcknowledgementDocument.Coded> out) {
        for (ScreeningResult.Found one : screened.requests()) {
          if (states.contains(one.refused() ? "REFUSED" : "HELD")) {
            out.write(new AcknowledgementDocument.Coded(one.requestId(), names(one.codes())));
          }
        }
      }

      @Override
      public void takenNow(AcknowledgementDocument.Out<String> out) {
        // The first acknowledgement does not list accepted requests: a request that is not listed
        // is accepted.
      }
    };
  }

  private static List<String> names(List<ReasonCode> codes) {
    return codes.stream().map(ReasonCode::name).toList();
  }
}
