package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.accounting.AccountingEntry;
import countersign.intake.IntakeFixtures.World;
import countersign.request.FileId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file as a whole ends in a code, and the next file goes on. */
@Proves({"R5", "R11", "R12", "R15", "R16"})
class JdbcRefusedFileIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final String F101 = "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED";
  private static final String F102 = "F102_SIGNATURE_INVALID";
  private static final String F103 = "F103_FILENAME";
  private static final String F106 = "F106_COUNT_MISMATCH";
  private static final String F107 = "F107_HASH_MISMATCH";
  private static final String F108 = "F108_HEADER_TRAILER_MISSING";
  private static final String F109 = "F109_SCHEMA";
  private static final String F112 = "F112_THREAT_SCAN";
  private final World world = new World();

  private void refusedAs(FileId id, String codes, String details) {
    refusedAs(ID + ".req.ndjson.pgp", id, codes, details);
  }

  private void refusedAs(String name, FileId id, String codes, String details) {
    assertThat(world.state(id)).isEqualTo("REFUSED");
    assertThat(String.join(" ", world.codes(id))).isEqualTo(codes);
    assertThat(String.join(", ", world.details(id))).isEqualTo(details);
    assertThat(world.count("select count(*) from request")).isZero();
    assertThat(world.accounting.entries(id))
        .singleElement()
        .matches(AccountingEntry::intact)
        .matches(entry -> entry.kind() == AccountingEntry.Kind.FILE);
    assertThat(world.list("select id from acknowledgement")).containsExactly(id + ".ack.001");
    assertThat(world.list("select stage from work")).containsExactly("acknowledge");
    assertThat(world.list("select verb from event order by id"))
        .containsExactly("receive", "refuse");
    assertThat(
            world.intake.folder(
                IntakeFixtures.PARTNER, name, world.count("select size_bytes from file")))
        .contains("rejected");
  }

  @Test
  void plaintext_is_refused_and_not_parsed() {
    byte[] plaintext = RequestFile.named(ID).requests(2).bytes();

    FileId id = world.arrives(ID + ".req.ndjson.pgp", plaintext);

    refusedAs(id, F101, "PLAINTEXT");
  }

  @Test
  void a_damaged_file_is_refused() {
    byte[] sealed = world.sealed(RequestFile.named(ID).requests(50).bytes(), world.head);
    sealed[sealed.length - 40] ^= 1;

    refusedAs(world.arrives(ID + ".req.ndjson.pgp", sealed), F101, "DAMAGED");
  }

  @Test
  void a_truncated_file_is_refused() {
    byte[] sealed = world.sealed(RequestFile.named(ID).requests(50).bytes(), world.head);

    FileId id = world.arrives(ID + ".req.ndjson.pgp", Arrays.copyOf(sealed, sealed.length / 2));

    refusedAs(id, F101, "DAMAGED");
  }

  @Test
  void a_stranger_s_signature_is_refused_before_anything_it_says() {
    RequestFile file =
        RequestFile.named(ID).requests(3).change(2, line -> line.replace("surname", "nom"));

    refusedAs(
        world.arrives(file.name(), world.sealed(file.bytes(), world.stranger)),
        F102,
        "UNKNOWN_SIGNER");
  }

  @Test
  void an_old_signature_is_refused() {
    RequestFile file = RequestFile.named(ID).requests(3);
    byte[] sealed = world.sealed(file.bytes(), world.head);
    world.clock.passes(Duration.ofDays(31));

    refusedAs(world.arrives(file.name(), sealed), F102, "SIGNED_TOO_EARLY");
  }

  @Test
  void a_file_without_a_published_name_is_answered_under_its_hash_and_keeps_no_name() {
    byte[] sealed = world.sealed(RequestFile.named(ID).requests(2).bytes(), world.head);

    FileId id = world.arrives("Garcia Morales.pgp", sealed);

    assertThat(id.value())
        .isEqualTo("UNNAMED_20261124_" + RequestFile.sha256(sealed).substring(0, 16));
    refusedAs("Garcia Morales.pgp", id, F103, "NAME");
    assertThat(world.list("select name from file").get(0)).startsWith("unpublished-");
    assertThat(world.count("select count(*) from file_chunk")).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void a_fault_in_the_content_names_its_line(
      String what, RequestFile file, String codes, String details) {
    refusedAs(world.arrives(file), codes, details);
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
                        line.replaceFirst(
                                "\"bodySha256\":\"..", "\"bodySha256\":\"zz".replace("zz", "00"))
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

    FileId id = world.arrives(ID + ".req.ndjson.pgp", world.sealed(plaintext, world.head));

    refusedAs(id, F109, "UTF8 3");
  }

  @Test
  void the_next_good_file_goes_through() {
    world.arrives(file().change(2, line -> line + "x"));

    FileId next =
        world.arrives(RequestFile.named("DHS-ICE_T_20261124_0002").add(RequestFile.request(900)));

    assertThat(world.state(next)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void a_header_that_disagrees_with_the_name_refuses_every_request_but_accounts_for_each() {
    RequestFile file = file().header(line -> line.replace(ID, "DHS-ICE_T_20261124_0009"));

    FileId id = world.arrives(file);

    assertThat(world.state(id)).isEqualTo("REFUSED");
    assertThat(world.codes(id)).containsExactly(F103);
    assertThat(world.details(id)).containsExactly("HEADER");
    assertThat(world.list("select state || codes::text from request_status"))
        .containsExactly("REFUSED{}", "REFUSED{}", "REFUSED{}");
    assertThat(world.row("select requests, refused from file").toString().toLowerCase(Locale.ROOT))
        .isEqualTo("{requests=3, refused=3}");
    assertThat(world.accounting.entries(id)).hasSize(3).allMatch(AccountingEntry::intact);
  }

  @Test
  void a_pinned_key_that_is_not_the_requester_s_gives_a101() {
    FileId id = world.arrives(file().name(), world.sealed(file().bytes(), world.other));

    assertThat(world.codes(id)).containsExactly("A101_REQUESTER_NOT_AUTHORIZED");
    assertThat(world.state(id)).isEqualTo("REFUSED");
  }

  @Test
  void a_file_that_opens_to_more_than_was_agreed_is_not_read_to_its_end() {
    World small = new World(5_000);
    RequestFile file = RequestFile.named(ID).requests(50);

    FileId id = small.arrives(file.name(), small.sealed(file.bytes(), small.head));

    assertThat(small.codes(id)).containsExactly(F112);
    assertThat(small.details(id)).containsExactly("SIZE");
  }
}
