package countersign.redaction;

import static countersign.records.RecordsFixtures.TIN;
import static countersign.records.RecordsFixtures.austin;
import static countersign.records.RecordsFixtures.request;
import static countersign.records.RecordsFixtures.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.TestAuthority;
import countersign.intake.IntakeFixtures;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.records.FoundRecord;
import countersign.records.RecordLookup;
import countersign.records.RecordsFixtures;
import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R49: from a joint return only the subject's address leaves, without data of another person on it.
 */
@Proves("R49")
class JointReturnTest {
  private static final Address HOME = austin("9 Elm Rd", null);

  /** Both filers and a dependent, with the same address and year. */
  private static final List<FoundRecord> JOINT =
      List.of(
          row("900400002", "Juan", "Oliveira", HOME, "2024", true),
          row(TIN, "Maria", "Garcia Morales", HOME, "2024", true),
          row("900400003", "Lucia", "Garcia Morales", HOME, "2024", true));

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = TIN)
  void only_the_subjects_address_leaves_with_and_without_a_taxpayer_number(String tin) {
    Request request = request("R-1", tin, HOME);
    ScreenedRequest screened =
        new ScreenedRequest(new RequestKey(RecordsFixtures.FILE, "R-1"), 1, request);

    Drafts drafts =
        new Redactor(TestAuthority.open())
            .redact(
                new RecordLookup(wanted -> JOINT)
                    .match(
                        IntakeFixtures.slice(
                            new SliceId(RecordsFixtures.FILE, 1),
                            "irs-ice-2025",
                            List.of(screened))));

    assertThat(drafts.drafts()).hasSize(1);
    assertThat(new String(drafts.drafts().get(0).item(), UTF_8))
        .contains("9 ELM RD")
        .doesNotContainIgnoringCase("Juan")
        .doesNotContainIgnoringCase("Oliveira")
        .doesNotContainIgnoringCase("Lucia")
        .doesNotContainIgnoringCase("Maria")
        .doesNotContainIgnoringCase("Garcia")
        .doesNotContain(TIN, "900400002", "900400003");
  }
}
