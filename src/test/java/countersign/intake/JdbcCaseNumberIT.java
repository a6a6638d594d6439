package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.FileId;
import countersign.testkit.RequestFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case number is one subject's, in one file and in the agency's year. */
@Proves("R31")
class JdbcCaseNumberIT {
  private static final String FIRST = "DHS-ICE_T_20261124_0001";
  private static final String SECOND = "DHS-ICE_T_20261124_0002";
  private final IntakeWorld world = new IntakeWorld();

  private List<String> told(FileId file) {
    String each =
        "select state || codes::text from request_status where file_id = ? order by number";
    return world.list(each, file.value());
  }

  @Test
  void one_case_number_for_two_subjects_refuses_all_of_them() {
    FileId id =
        world.arrives(
            RequestFile.named(FIRST)
                .requests(3)
                .change(2, line -> line.replace("HSI-2026-000002", "HSI-2026-000001")));

    assertThat(told(id))
        .containsExactly(
            "REFUSED{R217_CASE_NUMBER_REUSED}", "REFUSED{R217_CASE_NUMBER_REUSED}", "TAKEN{}");
  }

  @Test
  void a_case_number_of_the_agency_s_year_is_reused_too_but_not_by_its_own_subject() {
    world.arrives(RequestFile.named(FIRST).requests(2));

    FileId id =
        world.arrives(
            RequestFile.named(SECOND)
                .add(RequestFile.request(3).replace("HSI-2026-000003", "HSI-2026-000001"))
                .add(RequestFile.request(2).replace("R-000002", "R-000009")));

    assertThat(told(id))
        .containsExactly("REFUSED{R217_CASE_NUMBER_REUSED}", "REFUSED{R222_DUPLICATE_SUBJECT}");
  }
}
