package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.request.FileId;
import countersign.request.SliceId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CSV profile says the same as NDJSON and is judged the same. */
class JdbcCsvFileIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  private FileId arrives(byte[] csv) {
    return intake.arrives(ID + ".req.csv.pgp", intake.sealed(csv, world.keys().head()));
  }

  private static RequestFile file() {
    return RequestFile.named(ID)
        .requests(7)
        .change(2, line -> line.replaceFirst("\"reason\":\"[^\"]*\",", ""))
        .change(3, line -> line.replace("Austin", "Austin, \\\"Old\\\"\\u0020Town"))
        .change(
            4,
            line ->
                line.replace(
                    "\"officers\":[",
                    "\"facts\":{\"reportPlace\":\"Austin\"},\"officers\":[{\"officerId\":\"OFF-0499\"},"));
  }

  @Test
  void every_request_is_the_same_as_in_ndjson() {
    World other = new World();
    other.intake().arrives(file());

    FileId id = arrives(CsvFile.of(file().bytes(), "\r\n"));

    assertThat(world.codes(id)).isEmpty();
    assertThat(world.details(id)).isEmpty();
    String states = "select request_id || state || codes::text from request_status order by number";
    assertThat(world.list(states)).hasSize(7).isEqualTo(other.list(states));
    assertThat(requests(world)).hasSize(6).isEqualTo(requests(other));
  }

  private static List<ScreenedRequest> requests(World world) {
    return world.intake().steps().load(SliceId.parse(ID + "/1")).requests();
  }

  @Test
  void a_byte_order_mark_and_line_feeds_alone_are_tolerated() {
    byte[] csv = CsvFile.of(file().bytes(), "\n", "\ufeff");

    world.assertThatFile(arrives(csv)).isTaken();
  }

  @Test
  void an_unknown_column_refuses_the_file() {
    byte[] csv =
        new String(CsvFile.of(file().bytes(), "\n"), StandardCharsets.UTF_8)
            .replace("subject.surname", "subject.nom")
            .getBytes(StandardCharsets.UTF_8);

    FileId id = arrives(csv);

    assertThat(world.codes(id)).containsExactly("F109_SCHEMA");
    assertThat(world.details(id)).containsExactly("UNKNOWN_FIELD 2");
  }

  @Test
  void a_row_of_another_width_and_an_open_quote_refuse_the_file() {
    String csv = new String(CsvFile.of(file().bytes(), "\n"), StandardCharsets.UTF_8);

    FileId id = arrives(csv.replaceFirst("\nR,", "\nR,,").getBytes(StandardCharsets.UTF_8));

    assertThat(world.details(id)).containsExactly("JSON 3");
  }

  @Test
  void a_second_line_without_names_refuses_the_file() {
    String csv = new String(CsvFile.of(file().bytes(), "\n"), StandardCharsets.UTF_8);

    FileId id = arrives(csv.replaceFirst("\nN,", "\nM,").getBytes(StandardCharsets.UTF_8));

    assertThat(world.details(id)).contains("HEADER 2");
  }
}
