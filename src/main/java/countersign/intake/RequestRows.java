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
import countersign.vault.SealedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a file's rows of {@code request}: screens and hashes each one, and seals them in blocks.
 * Thread-safe.
 */
final class RequestRows implements RequestSink {
  static final String COPY =
      "copy request (file_id, number, request_id, codes, officers, case_key, case_key_last_year,"
          + " subject_key, subject_key_last_year, address_key, address_key_last_year, family_key,"
          + " family_key_last_year, reason_key, cured, conditions, district_key) from stdin (format binary)";
  static final String COPY_BLOCK =
      "copy request_block (file_id, first, block_sealed) from stdin (format binary)";
  private static final int COLUMNS = 17;

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
    List<byte[]> bodies = new ArrayList<>(SealedBlock.MAX_VALUES);
    return new Batch() {
      private int first;

      @Override
      public void add(int number, Request request, Set<String> malformed) {
        first = bodies.isEmpty() ? number : first;
        RequestRows.this.add(rows, number, request, malformed);
        bodies.add(RequestJson.write(request));
      }

      @Override
      public List<byte[]> rows() {
        return bodies.isEmpty() ? List.of() : List.of(rows.finish(), block(first, bodies));
      }
    };
  }

  private byte[] block(int first, List<byte[]> bodies) {
    byte[] sealed = SealedBlock.seal(cipher, bodies, KeptRequest.associatedData(file, first));
    return new CopyRows().row(3).text(file.value()).number(first).bytes(sealed).finish();
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
