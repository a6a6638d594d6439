package countersign.redaction;

import static countersign.records.RecordsFixtures.TIN;
import static countersign.records.RecordsFixtures.austin;
import static countersign.records.RecordsFixtures.matches;
import static countersign.records.RecordsFixtures.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.authority.TestAuthority;
import countersign.crypto.Sha256;
import countersign.records.Match;
import countersign.records.RecordsFixtures;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R54: a draft is exactly what would leave, and nothing else can leave. */
@Proves("R54")
class RedactorTest {
  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private final Redactor redactor = new Redactor(TestAuthority.open());

  @Test
  void a_draft_has_exactly_the_bytes_that_the_profile_defines() {
    Draft draft = draft(austin("412 N Oak St", "Apt  3 "));

    String item = new String(draft.item(), UTF_8);
    assertThat(item.replaceFirst("[0-9a-f]{32}", NONCE))
        .isEqualTo(
            "{\"type\":\"result\",\"requestId\":\"R-1\",\"nonce\":\""
                + NONCE
                + "\",\"outcome\":\"DISCLOSED\",\"mailingAddress\":{\"line1\":\"412 N OAK ST APT 3\","
                + "\"city\":\"AUSTIN\",\"state\":\"TX\",\"postalCode\":\"78701\"},\"asOf\":\"2024\"}");
    assertThat(draft.sha256()).isEqualTo(Sha256.of(draft.item()));
  }

  @Test
  void the_same_address_never_has_the_same_digest_twice() {
    assertThat(draft(austin("9 Elm Rd", null)).sha256())
        .isNotEqualTo(draft(austin("9 Elm Rd", null)).sha256());
  }

  @Test
  void a_match_with_a_too_long_or_invalid_address_never_becomes_a_draft() {
    assertThat(refused(austin("9 " + "Elm".repeat(140) + " Rd", null)))
        .isEqualTo(ReasonCode.D408_OUTPUT_NOT_ALLOWED);
    assertThat(refused(new Address("9 Elm Rd", null, "Austin", "Texas", "78701")))
        .isEqualTo(ReasonCode.D408_OUTPUT_NOT_ALLOWED);
    assertThat(refused(new Address(null, null, "Austin", "TX", "78701")))
        .isEqualTo(ReasonCode.D408_OUTPUT_NOT_ALLOWED);
  }

  @Test
  void a_match_under_an_agreement_without_granted_elements_gives_no_draft() {
    Drafts drafts =
        new Redactor(TestAuthority.without("irs-ice-2025"))
            .redact(matches(List.of(match(austin("9 Elm Rd", null))), List.of()));

    assertThat(drafts.drafts()).isEmpty();
    assertThat(drafts.others()).hasSize(1);
  }

  @Test
  void negative_answers_differ_only_in_request_and_nonce() {
    byte[] item = ResponseItem.notDisclosed("R-2", NONCE);

    assertThat(new String(item, UTF_8))
        .isEqualTo(
            "{\"type\":\"result\",\"requestId\":\"R-2\",\"nonce\":\""
                + NONCE
                + "\",\"outcome\":\"NOT_DISCLOSED\",\"code\":\"M399_NOT_DISCLOSED\"}");
    assertThat(AllowList.admit(item, "R-2")).isEqualTo(AllowList.Outcome.NOT_DISCLOSED);
  }

  @Test
  void an_item_with_anything_outside_the_allow_list_is_refused() {
    String good = new String(draft(austin("9 Elm Rd", null)).item(), UTF_8);
    List<String> bad =
        List.of(
            good.replace(",\"asOf\"", ",\"wages\":\"41000\",\"asOf\""),
            good.replace("\"city\"", "\"line2\":\"X\",\"city\""),
            good.replace("\"asOf\":\"2024\"", "\"asOf\":2024"),
            good.replace(",", ", "),
            good.replace("\"asOf\":\"2024\"", "\"asOf\":\"ever\""),
            good.replace("R-1", "R-2"),
            good + " ",
            good.substring(0, good.length() - 1),
            good.replace("\"state\":\"TX\"", "\"state\":\"TX\",\"state\":\"TX\""));

    assertThat(AllowList.admit(good.getBytes(UTF_8), "R-1")).isEqualTo(AllowList.Outcome.DISCLOSED);
    for (String item : bad) {
      assertThatThrownBy(() -> AllowList.admit(item.getBytes(UTF_8), "R-1"))
          .as(item)
          .isInstanceOf(OutputNotAllowed.class)
          .hasMessageStartingWith("D408_OUTPUT_NOT_ALLOWED")
          .hasMessageNotContaining("ELM");
    }
  }

  private static Match match(Address lastKnown) {
    return RecordsFixtures.match(request("R-1", TIN, lastKnown), lastKnown, "2024");
  }

  private Draft draft(Address lastKnown) {
    return redactor.redact(matches(List.of(match(lastKnown)), List.of())).drafts().get(0);
  }

  private ReasonCode refused(Address lastKnown) {
    Drafts drafts = redactor.redact(matches(List.of(match(lastKnown)), List.of()));
    assertThat(drafts.drafts()).isEmpty();
    return drafts.others().get(0).internalReason();
  }
}
