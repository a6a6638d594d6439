package countersign.intake;

import countersign.lifecycle.CopyRows;
import countersign.policy.AddedConditions;
import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.screening.MatchKeys;
import countersign.screening.RequestSink;
import countersign.screening.Screener;
import countersign.validation.Presence;
import countersign.vault.DataCipher;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a file's rows of {@code request}: screens, hashes and seals each one. Thread-safe. */
final class RequestRows implements RequestSink {
  static final String COPY =
      "copy request (file_id, number, request_id, codes, officers, case_key, case_key_last_year,"
          + " subject_key, subject_key_last_year, address_key, address_key_last_year, family_key,"
          + " family_key_last_year, reason_key, cured, body_sealed, conditions, district_key) from stdin (format binary)";
  private static final int COLUMNS = 18;

  private final FileId file;
  private final DataCipher cipher;
  private final KeyedHashes hashes;
  private final Function<Request, List<ReasonCode>> screen;
  private final Function<Request, List<String>> conditions;

  RequestRows(
      FileId file,
      DataCipher cipher,
      KeyedHashes hashes,
      Function<Request, List<ReasonCode>> screen,
      Function<Request, List<String>> conditions) {
    this.file = file;
    this.cipher = cipher;
    this.hashes = hashes;
    this.screen = screen;
    this.conditions = conditions;
  }

  @Override
  public Batch batch() {
    CopyRows rows = new CopyRows();
    return new Batch() {
      @Override
      public void add(int number, Request request, Set<String> malformed) {
        RequestRows.this.add(rows, number, request, malformed);
      }

      @Override
      public byte[] rows() {
        return rows.finish();
      }
    };
  }

  private void add(CopyRows rows, int number, Request request, Set<String> malformed) {
    MatchKeys compared = MatchKeys.of(request);
    List<ReasonCode> codes = Screener.codes(screen, request, malformed);
    rows.row(COLUMNS)
        .text(file.value())
        .number(number)
        .text(Objects.requireNonNull(request.requestId()))
        .texts(List.of(ReasonCode.names(codes)))
        .texts(compared.officers());
    hashes.caseNumber().add(rows, compared.caseNumber());
    hashes.subject().add(rows, compared.subject());
    hashes.address().add(rows, compared.address());
    hashes.family().add(rows, compared.family());
    rows.bytes(hashes.reason().thisYear(compared.reason()))
        .flag(!Presence.missing(request.cured()))
        .bytes(cipher.seal(RequestJson.write(request), KeptRequest.associatedData(file, number)))
        .texts(objections(request, codes))
        .bytes(hashes.state().thisYear(compared.state()));
  }

  /** Null as long as no condition objects, which costs nothing. */
  private @Nullable List<String> objections(Request request, List<ReasonCode> codes) {
    return codes.stream().anyMatch(AddedConditions.CODES::contains)
        ? conditions.apply(request)
        : null;
  }
}
