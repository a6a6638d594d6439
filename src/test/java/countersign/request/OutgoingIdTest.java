package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** An id is read back as it was written, as its own kind. */
class OutgoingIdTest {
  private static final FileId FILE = new FileId("DHS-ICE_T_20261124_0001");

  @Test
  void a_response_is_read_as_a_response() {
    ResponseId id = ResponseId.next(FILE);
    assertThat(OutgoingId.parse(id.toString())).isEqualTo(id);
    assertThat(id.kind()).isEqualTo(OutgoingId.DocumentType.RESPONSE);
    assertThat(new ResponseId(FILE, "ABCDEFG7").fileName())
        .isEqualTo("DHS-ICE_T_20261124_0001.rsp.ABCDEFG7.ndjson.pgp");
  }

  @Test
  void an_acknowledgement_is_read_as_an_acknowledgement() {
    AcknowledgementId id = new AcknowledgementId(FILE, 12);
    assertThat(OutgoingId.parse("DHS-ICE_T_20261124_0001.ack.012")).isEqualTo(id);
    assertThat(id.fileName()).isEqualTo("DHS-ICE_T_20261124_0001.ack.012.json.pgp");
    assertThat(OutgoingId.parse("DHS-ICE_T_20261124_0001.ack.1000"))
        .isEqualTo(new AcknowledgementId(FILE, 1000));
  }

  @Test
  void a_group_is_read_as_it_is_written() {
    assertThat(GroupId.parse("DHS-ICE_T_20261124_0001/g7")).isEqualTo(new GroupId(FILE, 7));
    assertThat(new GroupId(FILE, 7)).hasToString("DHS-ICE_T_20261124_0001/g7");
  }

  @Test
  void anything_else_is_refused() {
    for (String none :
        new String[] {
          "", "DHS-ICE_T_20261124_0001", "A.rsp.B", "DHS-ICE_T_20261124_0001.rsp.abc"
        }) {
      assertThatThrownBy(() -> OutgoingId.parse(none)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> GroupId.parse("DHS-ICE_T_20261124_0001/1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
