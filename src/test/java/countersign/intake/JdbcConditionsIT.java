package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.FileId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import org.junit.jupiter.api.Test;

/** Which condition of the agreement objected is stored with the decision. */
class JdbcConditionsIT {
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @Test
  void a_condition_that_objects_is_kept_beside_the_code_it_gave() {
    FileId id =
        intake.arrives(
            RequestFile.named("DHS-ICE_T_20261124_0001")
                .requests(3)
                .change(
                    2,
                    line ->
                        line.replace(
                            "\"protectedStatus\":\"NONE\"", "\"protectedStatus\":\"TPS\"")));

    assertThat(
            world.list(
                "select coalesce(array_to_string(conditions, ','), '-') from request where file_id = ? order by number",
                id.value()))
        .containsExactly("-", "A118_AGREEMENT_CONDITION_REVIEW no-tps", "-");
    assertThat(world.told(id))
        .containsExactly("TAKEN{}", "HELD{A118_AGREEMENT_CONDITION_REVIEW}", "TAKEN{}");
  }
}
