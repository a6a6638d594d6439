package countersign.verification;

import countersign.request.ReasonCode;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each file has the codes and details of the ledger's newest judgement of it, its requests have the
 * codes that the rules gave them, and each denied request was denied by an event. An event of an
 * earlier version says less; then less is compared.
 */
final class JudgementCheck implements CrossCheck.TableCheck {
  /** The codes that a denial or the end of a hold gives to a request, and no rule. */
  private static final List<String> DENIALS =
      Stream.of(
              ReasonCode.A110_COUNSEL_REFUSED,
              ReasonCode.A112_HOLD_REFUSED,
              ReasonCode.A113_HOLD_LAPSED)
          .map(ReasonCode::name)
          .toList();

  private static final String DENIALS_SQL =
      DENIALS.stream().collect(Collectors.joining("', '", "array['", "']"));

  private static final String EVENTS =
      """
      select split_part(subject, '/', 1) as file, id, bytes from event where verb in ('read', 'refuse', 'hold', 'take')
      order by split_part(subject, '/', 1) collate "C", id
      """;
  private static final String FILES =
      """
      select id, encode(sha256(convert_to(array_to_string(file_codes, ' ') || file_details::text, 'UTF8')), 'hex') as verdict
      from file order by id collate "C"
      """;
  private static final String REQUESTS =
      """
      with judged as (
        select file_id, number, array(select c from unnest(codes) c where c <> all (:denials)
          order by c) as codes from request_status)
      select file_id, encode(sha256(string_agg(convert_to(number || ' ' || array_to_string(codes, ' ') || E'\\n', 'UTF8'), ''::bytea
        order by number)), 'hex') as codes
      from judged where codes <> '{}' group by file_id order by file_id collate "C"
      """
          .replace(":denials", DENIALS_SQL);
  private static final String DENIED =
      """
      select file_id, request_id, codes from request_status where codes && :denials
      order by file_id collate "C", number
      """
          .replace(":denials", DENIALS_SQL);

  /** SHA-256 of nothing: no request of the file has a code. */
  private static final String NO_CODES =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private record Denied(String request, Set<String> codes) {
    static Denied of(ResultSet row) throws SQLException {
      Set<String> codes =
          Arrays.stream((String[]) row.getArray("codes").getArray()).collect(Collectors.toSet());
      codes.retainAll(DENIALS);
      return new Denied(row.getString("request_id"), codes);
    }
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    Findings.Of files = findings.about("files", "file");
    Findings.Of requests = findings.about("files", "request_status");
    try (var events = snapshot.events(EVENTS);
        var verdicts = snapshot.rows(FILES, row -> row.getString("verdict"));
        var judged = snapshot.rows(REQUESTS, row -> row.getString("codes"));
        var denied = snapshot.rows(DENIED, Denied::of)) {
      for (String file = KeyedRows.next(events, verdicts, judged, denied);
          file != null;
          file = KeyedRows.next(events, verdicts, judged, denied)) {
        RecordedEvents told = RecordedEvents.of(events.take(file));
        verdict(files, file, told, verdicts.take(file));
        judged(requests, file, told, judged.take(file));
        denied(requests, file, told, denied.take(file));
      }
    }
  }

  private static void verdict(
      Findings.Of files, String file, RecordedEvents told, List<String> stored) {
    Optional<Numbered> newest =
        told.events().stream().filter(one -> one.has("verdict")).reduce((one, later) -> later);
    files.require(
        newest.isEmpty() || stored.stream().allMatch(row -> newest.get().says("verdict", row)),
        file,
        "The file's codes or details are not those that the ledger recorded.");
  }

  private static void judged(
      Findings.Of requests, String file, RecordedEvents told, List<String> stored) {
    String codes = stored.stream().findFirst().orElse(NO_CODES);
    requests.require(
        told.all(Verb.READ).stream()
            .filter(one -> one.has("requestCodes"))
            .allMatch(one -> one.says("requestCodes", codes)),
        file,
        "The codes of the file's requests are not those that the ledger recorded.");
  }

  private static void denied(
      Findings.Of requests, String file, RecordedEvents told, List<Denied> stored) {
    Set<String> open = new TreeSet<>();
    told.all(Verb.REFUSE).stream()
        .filter(one -> one.has("requests")) // a start that a document prevented has none
        .filter(one -> one.event().subject().startsWith(file + "/"))
        .forEach(one -> open.add(one.event().subject() + " " + one.fact("codes")));
    for (Denied row : stored) {
      String id = file + "/" + row.request();
      String codes = row.codes().stream().sorted().collect(Collectors.joining(" "));
      requests.require(
          open.remove(id + " " + codes),
          id,
          "The ledger recorded no denial of this request with the codes that it has.");
    }
    open.forEach(
        one ->
            requests.missing(
                one.substring(0, one.indexOf(' ')),
                "The ledger recorded a denial of this request, and its codes do not say so."));
  }
}
