package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.FileId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import org.junit.jupiter.api.Test;

/** A case number is one subject's, in one file and in the agency's year. */
@Proves("R31")
class JdbcCaseNumberIT {
  private static final String FIRST = "DHS-ICE_T_20261124_0001";
  private static final String SECOND = "DHS-ICE_T_20261124_0002";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @Test
  void one_case_number_for_two_subjects_refuses_all_of_them() {
    FileId id =
        intake.arrives(
            RequestFile.named(FIRST)
                .requests(3)
                .change(2, line -> line.replace("HSI-2026-000002", "HSI-2026-000001")));

    assertThat(world.told(id))
        .containsExactly(
            "REFUSED{R217_CASE_NUMBER_REUSED}", "REFUSED{R217_CASE_NUMBER_REUSED}", "TAKEN{}");
  }

  @Test
  void a_case_number_of_the_agency_s_year_is_reused_too_but_not_by_its_own_subject() {
    intake.arrives(RequestFile.named(FIRST).requests(2));

    FileId id =
        intake.arrives(
            RequestFile.named(SECOND)
                .add(RequestFile.request(3).replace("HSI-2026-000003", "HSI-2026-000001"))
                .add(RequestFile.request(2).replace("R-000002", "R-000009")));

    assertThat(world.told(id))
        .containsExactly("REFUSED{R217_CASE_NUMBER_REUSED}", "REFUSED{R222_DUPLICATE_SUBJECT}");
  }
}
