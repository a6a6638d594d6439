package countersign.intake;

import static countersign.intake.RefusedFile.assertRefused;

import countersign.Proves;
import countersign.request.FileId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the lines of a file is told with its line, and the next file goes on. */
@Proves({"R11", "R15", "R16"})
class JdbcRefusedContentIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final String F106 = "F106_COUNT_MISMATCH";
  private static final String F107 = "F107_HASH_MISMATCH";
  private static final String F108 = "F108_HEADER_TRAILER_MISSING";
  private static final String F109 = "F109_SCHEMA";
  private static final String F112 = "F112_THREAT_SCAN";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @ParameterizedTest
  @MethodSource
  void a_fault_in_the_content_names_its_line(
      String what, RequestFile file, String codes, String details) {
    assertRefused(world, intake.arrives(file), codes, details);
  }

  static Stream<Arguments> a_fault_in_the_content_names_its_line() {
    return Stream.of(
        fault(
            "an unknown field",
            file().change(2, line -> line.replace("\"surname\"", "\"nom\"")),
            F109,
            "UNKNOWN_FIELD 3"),
        fault(
            "a duplicate key",
            file().change(2, line -> line.replaceFirst("\\{", "{\"statute\":\"8 USC 1253\",")),
            F109,
            "DUPLICATE_KEY 3"),
        fault("null", file().change(1, line -> line.replace("\"APT 3\"", "null")), F109, "TYPE 2"),
        fault(
            "a number for a text",
            file().change(1, line -> line.replace("\"78701\"", "78701")),
            F109,
            "TYPE 2"),
        fault(
            "broken JSON",
            file().change(3, line -> line.substring(0, line.length() - 1)),
            F109,
            "JSON 4"),
        fault("two objects on a line", file().change(3, line -> line + line), F109, "JSON 4"),
        fault(
            "deep nesting",
            file()
                .change(
                    1,
                    line ->
                        line.replace("\"NONE\",\"officers\"", "[[[[[[[[[[]]]]]]]]]],\"officers\"")),
            F109,
            "JSON 2"),
        fault(
            "a lone surrogate",
            file().change(1, line -> line.replace("Maria", "\\ud800")),
            F109,
            "JSON 2"),
        fault(
            "a blank line", file().whole(text -> text.replaceFirst("\n", "\n\n")), F109, "LINE 2"),
        fault(
            "a carriage return",
            file().whole(text -> text.replaceFirst("\n", "\r\n")),
            F109,
            "LINE 1"),
        fault(
            "no line feed at the end",
            file().whole(text -> text.substring(0, text.length() - 1)),
            F109,
            "LINE 5"),
        fault("a byte order mark", file().whole(text -> "\ufeff" + text), F109, "UTF8 1"),
        fault("no request", RequestFile.named(ID), F109, "NO_REQUEST 2"),
        fault(
            "a doubled request id",
            file().change(3, line -> line.replace("R-000003", "R-000001")),
            F109,
            "DUPLICATE_REQUEST_ID 4"),
        fault(
            "a malformed request id",
            file().change(3, line -> line.replace("R-000003", "r 3")),
            F109,
            "TYPE 4"),
        fault(
            "another format",
            file().header(line -> line.replace("countersign/1", "countersign/2")),
            F109,
            "HEADER 1"),
        fault(
            "no sequence",
            file().header(line -> line.replace("\"sequence\":1,", "")),
            F109,
            "HEADER 1"),
        fault(
            "a local time",
            file().header(line -> line.replace("14:00:00Z", "14:00:00+01:00")),
            F109,
            "HEADER 1"),
        fault(
            "no header",
            file().whole(text -> text.substring(text.indexOf('\n') + 1)),
            F108,
            "HEADER 1"),
        fault(
            "two headers",
            file().whole(text -> text.substring(0, text.indexOf('\n') + 1) + text),
            F108,
            "HEADER 2"),
        fault(
            "no trailer",
            file().whole(text -> text.substring(0, text.lastIndexOf("{\"type\":\"trailer\""))),
            F108,
            "HEADER 4"),
        fault(
            "a second trailer",
            file().whole(text -> text + text.substring(text.lastIndexOf("{\"type\":\"trailer\""))),
            F108,
            "HEADER 5"),
        fault(
            "no trailer and a blank line",
            file().trailer(line -> ""),
            F108 + " " + F109,
            "HEADER 5, LINE 5"),
        fault(
            "no trailer and half a request",
            file().whole(text -> text.substring(0, text.lastIndexOf("{\"type\":\"trailer\"") - 20)),
            F108 + " " + F109,
            "HEADER 4, LINE 4"),
        fault(
            "no trailer and a request with a fault",
            file()
                .change(3, line -> line.replace("\"surname\"", "\"nom\""))
                .whole(text -> text.substring(0, text.lastIndexOf("{\"type\":\"trailer\""))),
            F108 + " " + F109,
            "HEADER 4, UNKNOWN_FIELD 4"),
        fault(
            "no trailer and a request id for the second time",
            file()
                .change(3, line -> line.replace("R-000003", "R-000001"))
                .whole(text -> text.substring(0, text.lastIndexOf("{\"type\":\"trailer\""))),
            F108 + " " + F109,
            "HEADER 4, DUPLICATE_REQUEST_ID 4"),
        fault(
            "another record for the trailer",
            file().trailer(line -> "{\"type\":\"end\"}"),
            F108 + " " + F109,
            "HEADER 5, TYPE 5"),
        fault(
            "half a header",
            file().whole(text -> text.replaceFirst(",\"format\"", "\n,\"format\"")),
            F109,
            "JSON 1, JSON 2"),
        fault(
            "no header and half a request",
            file().whole(text -> text.substring(text.indexOf("\"subject\""))),
            F108 + " " + F109,
            "HEADER 1, JSON 1"),
        fault("a broken trailer", file().trailer(line -> line + "}"), F109, "JSON 5"),
        fault("an empty file", file().whole(text -> ""), F108, "HEADER 1, HEADER 2"),
        fault(
            "several at once",
            file()
                .change(1, line -> line.replace("\"APT 3\"", "null"))
                .change(2, line -> line + "x")
                .whole(text -> text.substring(0, text.lastIndexOf("{\"type\":\"trailer\""))),
            F108 + " " + F109,
            "TYPE 2, JSON 3, HEADER 4"),
        fault(
            "a wrong count",
            file().trailer(line -> line.replace("\"requestCount\":3", "\"requestCount\":4")),
            F106,
            ""),
        fault(
            "a wrong number of subjects",
            file().trailer(line -> line.replace("\"subjectCount\":3", "\"subjectCount\":2")),
            F106,
            ""),
        fault(
            "a wrong total",
            file()
                .trailer(
                    line -> line.replaceFirst("\"caseHashTotal\":\\d+", "\"caseHashTotal\":7")),
            F107,
            ""),
        fault(
            "a wrong hash and count",
            file()
                .trailer(
                    line ->
                        line.replaceFirst("\"bodySha256\":\"..", "\"bodySha256\":\"00")
                            .replace("\"requestCount\":3", "\"requestCount\":4")),
            F106 + " " + F107,
            ""),
        fault(
            "a fraction",
            file().trailer(line -> line.replace("\"requestCount\":3", "\"requestCount\":3.0")),
            F109,
            "TYPE 5"),
        fault(
            "a long line",
            file().change(2, line -> line.replace("Maria", "M".repeat(70_000))),
            F112,
            "LINE"));
  }

  private static RequestFile file() {
    return RequestFile.named(ID).requests(3);
  }

  private static Arguments fault(String what, RequestFile file, String codes, String details) {
    return Arguments.of(what, file, codes, details);
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] plaintext = file().change(2, line -> line.replace("Maria", "Mari#")).bytes();
    for (int i = 0; i < plaintext.length; i++) {
      plaintext[i] = plaintext[i] == '#' ? (byte) 0xe9 : plaintext[i];
    }

    FileId id =
        intake.arrives(ID + ".req.ndjson.pgp", intake.sealed(plaintext, world.keys().head()));

    assertRefused(world, id, F109, "UTF8 3");
  }

  @Test
  void the_next_good_file_goes_through() {
    intake.arrives(file().change(2, line -> line + "x"));

    FileId next =
        intake.arrives(RequestFile.named("DHS-ICE_T_20261124_0002").add(RequestFile.request(900)));

    world.assertThatFile(next).isTaken();
  }
}
