package countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.redaction.ResponseItem;
import countersign.request.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The length of a response depends only on the number of requests in the group. */
class ResponseDocumentTest {

  @Test
  void the_length_depends_on_the_number_of_requests_in_the_group() {
    assertThat(ResponseDocument.length(1)).isEqualTo(4_096);
    assertThat(ResponseDocument.length(4)).isEqualTo(4_096);
    assertThat(ResponseDocument.length(5)).isEqualTo(8_192);
    assertThat(ResponseDocument.length(100_000)).isEqualTo(51_204_096);
  }

  @Test
  void any_number_of_results_gives_the_same_length() throws IOException {
    for (int results : new int[] {0, 1, 7, 8}) {
      assertThat(write(items(results, "R-1"), List.of("OFF-0401"), 8))
          .hasSize((int) ResponseDocument.length(8));
    }
  }

  @Test
  void the_longest_ids_fit() throws IOException {
    List<String> officers = Collections.nCopies(8, "O".repeat(128));
    assertThat(write(items(3, "R".repeat(40)), officers, 3)).hasSize(4_096);
  }

  @Test
  void a_response_that_does_not_fit_is_rejected_and_not_truncated() {
    assertThatThrownBy(() -> write(items(100, "R".repeat(40)), List.of("OFF-0401"), 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Nothing was sealed");
  }

  private static List<byte[]> items(int count, String requestId) {
    List<byte[]> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(ResponseItem.notDisclosed(requestId, ResponseItem.newNonce()));
    }
    return items;
  }

  private static byte[] write(List<byte[]> items, List<String> officers, int requests)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResponseDocument.write(
        out,
        new ResponseDocument.Header(
            "DHS-ICE_T_20261124_0001.rsp.ABCDEFGH",
            new FileId("DHS-ICE_T_20261124_0001"),
            officers,
            LocalDate.parse("2027-05-23"),
            18_233,
            "0".repeat(64)),
        items,
        requests);
    return out.toByteArray();
  }
}
