package countersign.intake;

import countersign.accounting.CopyRows;
import countersign.policy.AddedConditions;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.vault.Box;
import countersign.vault.KeyedHash;
import countersign.vault.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file's rows of {@code request}: screened, hashed where compared, sealed. Thread-safe.
 */
final class RequestRows implements Keeper {
  static final String COPY =
      "copy request (file_id, number, request_id, codes, officers, case_key, case_key_last_year,"
          + " subject_key, subject_key_last_year, body_sealed, conditions) from stdin (format binary)";
  private static final int COLUMNS = 11;
  private static final Pattern OFFICER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final FileId file;
  private final Box box;
  private final Hashes hashes;
  private final Function<Request, List<ReasonCode>> screen;
  private final Function<Request, List<String>> conditions;

  RequestRows(
      FileId file,
      Box box,
      Hashes hashes,
      Function<Request, List<ReasonCode>> screen,
      Function<Request, List<String>> conditions) {
    this.file = file;
    this.box = box;
    this.hashes = hashes;
    this.screen = screen;
    this.conditions = conditions;
  }

  /**
   * The keyed hashes of this and of last year; last year's only compare with last year's rows.
   *
   * @param cases for case numbers
   * @param casesLastYear for case numbers; null once that key is destroyed
   * @param subjects for subjects
   * @param subjectsLastYear for subjects; null once that key is destroyed
   */
  record Hashes(
      KeyedHash cases,
      @Nullable KeyedHash casesLastYear,
      KeyedHash subjects,
      @Nullable KeyedHash subjectsLastYear) {}

  /** Where a request's canonical bytes stand. */
  static Place place(String fileId, int number) {
    return new Place("request", fileId + "/" + number, "body_sealed");
  }

  @Override
  public void add(CopyRows rows, int number, Request request, boolean malformed) {
    String caseNumber = Subject.caseNumber(request);
    String subject = Subject.form(request);
    List<ReasonCode> codes = codes(screen, request, malformed);
    rows.row(COLUMNS)
        .text(file.value())
        .number(number)
        .text(Objects.requireNonNull(request.requestId()))
        .texts(List.of(JdbcFiles.names(codes)))
        .texts(officers(request))
        .bytes(hash(hashes.cases(), caseNumber))
        .bytes(hash(hashes.casesLastYear(), caseNumber))
        .bytes(hash(hashes.subjects(), subject))
        .bytes(hash(hashes.subjectsLastYear(), subject))
        .bytes(box.seal(RequestJson.write(request), place(file.value(), number)))
        .texts(objections(request, codes));
  }

  /** Null as long as no condition objects, which costs nothing. */
  private @Nullable List<String> objections(Request request, List<ReasonCode> codes) {
    return codes.stream().anyMatch(AddedConditions.CODES::contains)
        ? conditions.apply(request)
        : null;
  }

  /** Every code that the request has on its own account. */
  static List<ReasonCode> codes(
      Function<Request, List<ReasonCode>> screen, Request request, boolean malformed) {
    List<ReasonCode> codes = new ArrayList<>(screen.apply(request));
    if (malformed) {
      codes.add(ReasonCode.F109_SCHEMA);
    }
    return codes;
  }

  /** The set of ids; what is no id names nobody, and its request is refused anyway. */
  static List<String> officers(Request request) {
    return request.officers().stream()
        .map(officer -> officer.officerId() == null ? "" : officer.officerId().strip())
        .filter(id -> OFFICER_ID.matcher(id).matches())
        .distinct()
        .sorted()
        .toList();
  }

  private static byte @Nullable [] hash(@Nullable KeyedHash hash, String form) {
    return hash == null || form.isEmpty() ? null : hash.hash(form);
  }
}
