package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DHS-ICE_T_20261124_0001",
        "DHS-ICE_P_20261124_00001",
        "A1_T_20240229_999999999",
      })
  void a_number_begins_at_one_and_has_four_to_nine_digits(String id) {
    assertThat(FileId.parse(id)).map(FileId::value).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DHS-ICE_T_20261124_0000",
        "DHS-ICE_T_20261124_000000000",
        "DHS-ICE_T_20261124_001",
        "DHS-ICE_T_20261124_1000000000",
        "DHS-ICE_T_20260229_0001",
        "DHS-ICE_X_20261124_0001",
        "dhs-ice_T_20261124_0001",
        "DHS-ICE_T_20261124_0001 ",
        "UNNAMED_20261124_0123456789abcdef",
      })
  void every_other_text_is_no_file_id(String text) {
    assertThat(FileId.parse(text)).isEmpty();
  }
}
