package countersign.kit;

import static countersign.kit.KitCase.csv;
import static countersign.kit.KitCase.ndjson;

import countersign.request.FileDetail.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The files that are rejected as a whole while they are read, or for their header. */
final class FaultyFiles {
  private static final int LONG_LINE = 70_000;
  private static final int OLD_DAYS = 60;

  private FaultyFiles() {}

  /** Stage 3: the lines, the trailer. */
  static List<KitCase> reading() {
    List<KitCase> all = new ArrayList<>(lines());
    all.addAll(characters());
    all.addAll(records());
    all.addAll(trailers());
    return all;
  }

  private static List<KitCase> lines() {
    return List.of(
        ndjson("no-header", "The first line is a request")
            .whole(text -> text.substring(text.indexOf('\n') + 1))
            .file("F108", Detail.HEADER, 1),
        ndjson("no-trailer", "The last line is a request")
            .whole(text -> text.substring(0, text.indexOf("{\"type\":\"trailer\"")))
            .file("F108", Detail.HEADER, 4),
        ndjson("blank-line", "A blank line between two requests")
            .whole(line(3, line -> "\n" + line))
            .file("F109", Detail.LINE, 3),
        ndjson("no-line-feed", "No line feed behind the trailer")
            .whole(String::stripTrailing)
            .file("F109", Detail.LINE, 5));
  }

  private static List<KitCase> characters() {
    return List.of(
        ndjson("carriage-returns", "Lines that end with CR and LF")
            .whole(line(3, line -> line + "\r"))
            .file("F109", Detail.LINE, 3),
        ndjson("not-utf-8", "A character in ISO 8859-1")
            .whole(line(3, line -> line.replaceFirst("\"line1\":\"", "\"line1\":\"\u00f1")))
            .file("F109", Detail.UTF8, 3),
        ndjson("broken-json", "A line without its last bracket")
            .whole(line(3, line -> line.substring(0, line.length() - 1)))
            .file("F109", Detail.JSON, 3),
        ndjson("long-line", "A line of more than 64 KiB")
            .whole(
                line(
                    3,
                    line -> line.replace("\"reason\":\"", "\"reason\":\"" + "x".repeat(LONG_LINE))))
            .file("F112", Detail.LINE),
        csv("stray-quote", "A CSV cell with a quote in the middle")
            .lines(text -> text.replaceFirst("R,R-000002,", "R,R-00\"0002,"))
            .file("F109", Detail.JSON, 4));
  }

  private static List<KitCase> records() {
    return List.of(
        ndjson("unknown-field", "A field that the profile does not have")
            .request(2, one -> one.put("age", 41))
            .file("F109", Detail.UNKNOWN_FIELD, 3),
        ndjson("field-twice", "A field that is named twice")
            .lines(
                line(
                    3,
                    line ->
                        line.replace("\"purpose\":", "\"purpose\":\"PREPARATION\",\"purpose\":")))
            .file("F109", Detail.DUPLICATE_KEY, 3),
        ndjson("number-for-text", "A request id that is a number")
            .request(2, one -> one.put("requestId", 2))
            .file("F109", Detail.TYPE, 3),
        ndjson("same-request-id", "Two requests with one id")
            .request(3, one -> one.put("requestId", "R-000001"))
            .file("F109", Detail.DUPLICATE_REQUEST_ID, 4),
        ndjson("no-request", "A header, a trailer and nothing between them")
            .requests(0)
            .file("F109", Detail.NO_REQUEST, 2));
  }

  private static List<KitCase> trailers() {
    return List.of(
        ndjson("wrong-count", "A trailer that counts one request more")
            .whole(text -> text.replace("\"requestCount\":3", "\"requestCount\":4"))
            .file("F106"),
        ndjson("wrong-case-total", "A trailer with another total of the case numbers")
            .whole(text -> text.replace("\"caseHashTotal\":", "\"caseHashTotal\":1"))
            .file("F107"),
        ndjson("wrong-hash", "A request that was changed behind the trailer's back")
            .whole(line(3, line -> line.replace("\"status\":\"OPEN\"", "\"status\":\"open\"")))
            .file("F107"));
  }

  /** Stage 4: the header. */
  static List<KitCase> headers(LocalDate day) {
    return List.of(
        ndjson("other-file-id", "A header with another file id than the name")
            .header(one -> one.put("sequence", 999))
            .file("F103", Detail.HEADER),
        ndjson("production", "The environment PRODUCTION in a test file")
            .header(one -> one.put("environment", "PRODUCTION"))
            .file("F103", Detail.HEADER)
            .file("F110"),
        ndjson("unknown-requester", "A requester who is not registered")
            .header(one -> one.withObject("/requester").put("registerId", "HOA-999"))
            .header(one -> one.withObject("/attestation").put("signedBy", "HOA-999"))
            .file("A101"),
        ndjson("unknown-delegation", "A delegation that counsel did not approve")
            .header(one -> one.put("delegation", "DEL-999"))
            .file("A102"),
        ndjson("no-attestation", "No sole-use statement")
            .header(one -> one.remove("attestation"))
            .file("A107"),
        ndjson("old-attestation", "A sole-use statement that is too old")
            .header(
                one ->
                    one.withObject("/attestation")
                        .put("signedOn", day.minusDays(OLD_DAYS).toString()))
            .file("A107"),
        ndjson("unknown-agreement", "An agreement that does not exist")
            .header(one -> one.put("agreement", "irs-ice-1999"))
            .file("A109"));
  }

  /** What only a gateway with the earlier files notices. */
  static List<KitCase> history() {
    return List.of(
        ndjson("same-content", "The sealed content of file 1 under another number")
            .repeatsTheFirst()
            .file("F104", Detail.SEEN_CONTENT),
        ndjson("gap", "A number is missing before this file").skipsANumber().file("F105"));
  }

  /** Changes one line, counted from 1. */
  private static UnaryOperator<String> line(int number, UnaryOperator<String> change) {
    return text -> {
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.set(number - 1, change.apply(lines.get(number - 1)));
      return String.join("\n", lines) + "\n";
    };
  }
}
