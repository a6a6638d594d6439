package countersign.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileDetail.Detail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvProfileTest {
  private final CsvProfile profile = new CsvProfile();

  private static Lines.Raw line(String text, int number) {
    return new Lines.Raw(text.getBytes(StandardCharsets.UTF_8), number, true);
  }

  private void fault(ThrowingCall call, Detail detail) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LineFault.class, fault -> assertThat(fault.detail()).isEqualTo(detail));
  }

  private interface ThrowingCall {
    void run() throws LineFault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R,a,b|a|b",
        "R,\"a,b\",c|a,b|c",
        "R,\"a \"\"b\"\"\",c|a \"b\"|c",
        "R,\"\"\"\",c|\"|c",
        "\"R\",\"a\",\"b\"|a|b",
      })
  void a_quoted_cell_is_read_as_rfc_4180_says(String row, String id, String reason)
      throws LineFault {
    profile.takesSecondLine(line("N,requestId,reason", 2));

    assertThat(profile.tree(line(row, 3)).toString())
        .isEqualTo(
            "{\"type\":\"request\",\"requestId\":\"%s\",\"reason\":\"%s\"}"
                .formatted(id.replace("\"", "\\\""), reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R,R-1,5\" pipe",
        "R,R-1,\"",
        "R,R-1, \"x\"",
        "R,R-1,\"x\" ",
        "R,R-1,\"x\"y",
        "R,R-1,\"x",
        "R,R-1,x\"",
        "R,R-1,\"x\"\"",
        "R,R-1,\"x\"\r\r",
        "R\"",
      })
  void a_stray_quote_refuses_the_file(String row) throws LineFault {
    profile.takesSecondLine(line("N,requestId,reason", 2));

    fault(() -> profile.tree(line(row, 3)), Detail.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N,requestId,note",
        "N,requestId,",
        "N,requestId, reason",
        "N,requestId,Reason",
        "N,requestId,type",
        "N,requestId,subject",
        "N,requestId,subject.tin",
        "N,requestId,subject.nom",
        "N,requestId,officers",
        "N,requestId,officers[10].name",
        "N,requestId,officers[0].rank",
        "N,requestId,officers.name",
        "N,requestId,facts",
        "N,requestId,facts.",
      })
  void an_unknown_column_refuses_the_file_though_all_its_cells_are_empty(String names)
      throws LineFault {
    fault(() -> profile.takesSecondLine(line(names, 2)), Detail.UNKNOWN_FIELD);

    assertThat(profile.tree(line("R,R-1,", 3)).toString())
        .isEqualTo("{\"type\":\"request\",\"requestId\":\"R-1\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H,fileId,X,remark,",
        "H,fileId,X,requestCount,",
        "H,requester,",
        "H,type,header",
        "H,fileId,X,,",
        "T,requestCount,1,remark,",
        "T,fileId,",
      })
  void an_unknown_name_in_header_or_trailer_refuses_the_file_though_it_has_no_value(String row) {
    fault(() -> profile.tree(line(row, 1)), Detail.UNKNOWN_FIELD);
  }

  @Test
  void every_field_of_a_request_is_a_column() throws LineFault {
    assertThat(
            profile.takesSecondLine(
                line(
                    "N,requestId,subject.givenName,subject.tin.type,address.line2,taxPeriods,case.number,"
                        + "removalOrder.stayed,officers[7].office,facts.reportPlace,facts.a b,cured",
                    2)))
        .isTrue();
  }
}
