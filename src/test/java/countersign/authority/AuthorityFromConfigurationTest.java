package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.configuration.ConfigurationFixtures;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration permits on which day. */
@Proves({"R1", "R4"})
class AuthorityFromConfigurationTest {
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @Test
  void nothing_blocks_a_signed_agreement_in_force() {
    Authority authority = authority();
    Agreement agreement =
        authority.agreementInForce("irs-ice-2025", "DHS-ICE", TODAY).orElseThrow();

    assertThat(authority.blocks(agreement, "DHS-ICE", NOW)).isEmpty();
    assertThat(authority.ruleSet()).matches("2026-11-24\\.[0-9]+\\+[0-9a-f]{16}");
    assertThat(agreement.limits().maxPlaintextBytes()).isEqualTo(4L << 30);
    assertThat(agreement.schedule().answerWithin()).isEqualTo(Duration.ofDays(30));
    assertThat(agreement.statute("8 USC 1253(a)(1)(D)").orElseThrow().facts())
        .containsExactly("reportPlace", "reportTime");
    assertThat(authority.partner("dhs-ice").orElseThrow().requesters()).containsExactly("HOA-001");
    assertThat(authority.officer("OFF-0417").orElseThrow().mayReceive()).isTrue();
    assertThat(authority.officer("OFF-0441")).isEmpty();
    assertThat(authority.rules().orElseThrow().inForce("R22", TODAY)).isTrue();
    assertThat(authority.rules().orElseThrow().inForce("R22", TODAY.minusDays(1))).isFalse();
  }

  @Test
  void an_agreement_grants_nothing_before_its_first_and_after_its_last_day() {
    Authority authority = authority();

    assertThat(authority.agreementInForce("irs-ice-2025", "DHS-ICE", LocalDate.parse("2025-04-06")))
        .isEmpty();
    assertThat(authority.agreementInForce("irs-ice-2025", "DHS-ICE", LocalDate.parse("2028-04-06")))
        .isPresent();
    assertThat(authority.agreementInForce("irs-ice-2025", "DHS-ICE", LocalDate.parse("2028-04-07")))
        .isEmpty();
    assertThat(authority.agreementInForce("irs-ice-2025", "DHS-CBP", TODAY)).isEmpty();
  }

  @Test
  void without_a_posture_disclosure_is_off() throws IOException {
    world.delete("posture.yaml");

    assertBlocks(ReasonCode.A100_DISCLOSURE_DISABLED);
  }

  @Test
  void with_a_posture_that_one_person_signed_disclosure_is_off() throws IOException {
    world.delete("posture.yaml.2.asc");

    assertBlocks(ReasonCode.A100_DISCLOSURE_DISABLED);
  }

  @Test
  void with_an_expired_posture_disclosure_is_off() throws IOException {
    world.edit("posture.yaml", "lastDay: 2027-12-31", "lastDay: 2026-11-23");
    world.signAll();

    assertBlocks(ReasonCode.A100_DISCLOSURE_DISABLED);
  }

  @Test
  void with_a_posture_for_production_disclosure_in_the_test_exchange_is_off() throws IOException {
    world.edit("posture.yaml", "environment: T", "environment: P");
    world.signAll();

    assertBlocks(ReasonCode.A100_DISCLOSURE_DISABLED);
  }

  @Test
  void without_signed_rules_disclosure_is_off() throws IOException {
    world.delete("policy/rules.yaml.1.asc");

    assertBlocks(ReasonCode.A100_DISCLOSURE_DISABLED);
    assertThat(authority().ruleSet()).isEqualTo("none");
  }

  @Test
  void a_court_order_switches_disclosure_off_from_its_first_day_on() throws IOException {
    world.edit(
        "posture.yaml",
        "courtOrders: []",
        "courtOrders: [{ docket: 1:26-cv-00001, agreement: \"*\", since: 2026-11-24 }]");
    world.signAll();

    assertBlocks(ReasonCode.A104_COURT_ORDER_IN_FORCE);
    Authority authority = authority();
    assertThat(authority.blocks(agreement(authority), "DHS-ICE", NOW.minus(Duration.ofDays(1))))
        .isEmpty();
  }

  @Test
  void a_finding_without_a_dated_plan_blocks_the_agency() throws IOException {
    world.edit(
        "registers/safeguards.yaml",
        "findings: []",
        "findings: [{ finding: F-1, critical: false }]");
    world.signAll();

    assertBlocks(ReasonCode.A103_SAFEGUARDS_NOT_MET);
  }

  @Test
  void an_unsigned_agreement_counts_as_absent_but_can_be_tried_out() throws IOException {
    world.delete("agreements/irs-ice-2025.yaml.1.asc");

    assertThat(authority().agreement("irs-ice-2025")).isEmpty();
    assertThat(Authority.asWritten(world.configuration()).agreement("irs-ice-2025")).isPresent();
  }

  @Test
  void a_key_is_accepted_from_its_first_day_to_the_day_before_it_is_retired() throws IOException {
    world.edit(
        "registers/officials.yaml",
        "keys: []",
        "keys: [{ fingerprint: %s, file: keys/ada.asc, acceptedFrom: 2026-11-20, retiredOn: 2026-11-25 }]"
            .formatted("A".repeat(40)));
    world.signAll();
    Official official = authority().official("HOA-001").orElseThrow();

    assertThat(official.keysOn(LocalDate.parse("2026-11-19"))).isEmpty();
    assertThat(official.keysOn(TODAY)).hasSize(1);
    assertThat(official.keysOn(LocalDate.parse("2026-11-25"))).isEmpty();
    assertThat(official.keys().get(0).file()).isEqualTo(directory.resolve("keys/ada.asc"));
  }

  @Test
  void a_delegate_needs_an_instrument_that_counsel_approved_for_that_agency_and_day() {
    Delegation delegation =
        new Delegation("DEL-1", "DEP-001", "DHS-ICE", true, TODAY, TODAY.plusDays(1));

    assertThat(delegation.valid("DEP-001", "DHS-ICE", TODAY)).isTrue();
    assertThat(delegation.valid("DEP-002", "DHS-ICE", TODAY)).isFalse();
    assertThat(delegation.valid("DEP-001", "DHS-CBP", TODAY)).isFalse();
    assertThat(delegation.valid("DEP-001", "DHS-ICE", TODAY.plusDays(2))).isFalse();
    assertThat(
            new Delegation("DEL-1", "DEP-001", "DHS-ICE", false, TODAY, TODAY)
                .valid("DEP-001", "DHS-ICE", TODAY))
        .isFalse();
  }

  private void assertBlocks(ReasonCode... codes) {
    Authority authority = authority();
    assertThat(authority.blocks(agreement(authority), "DHS-ICE", NOW)).containsExactly(codes);
  }

  private static Agreement agreement(Authority authority) {
    return authority.agreement("irs-ice-2025").orElseThrow();
  }

  private Authority authority() {
    return Authority.of(world.configuration());
  }

  @Test
  void a_changed_condition_changes_the_rule_set_identifier() throws IOException {
    String plain = authority().ruleSet();
    String one = ruleSetWith("placeholders: []", "Article 4", "HOLD", "statute == 'x'");
    String other = ruleSetWith("Article 4", "Article 5", "HOLD", "statute == 'x'");

    assertThat(authority().agreement("irs-ice-2025").orElseThrow().conditions())
        .singleElement()
        .satisfies(added -> assertThat(added.when().toString()).isEqualTo("statute == 'x'"));
    world.edit("agreements/irs-ice-2025.yaml", "tier: HOLD", "tier: REJECT");
    world.signAll();
    String harder = authority().ruleSet();
    world.edit("agreements/irs-ice-2025.yaml", "== 'x'", "== 'y'");
    world.signAll();
    String last = authority().ruleSet();

    assertThat(List.of(plain, one, other, harder, last))
        .doesNotHaveDuplicates()
        .allSatisfy(set -> assertThat(set).matches("2026-11-24\\.[0-9]+\\+[0-9a-f]{16}"));
  }

  private String ruleSetWith(String old, String because, String tier, String when)
      throws IOException {
    world.edit(
        "agreements/irs-ice-2025.yaml",
        old,
        old.startsWith("Art")
            ? because
            : old
                + "\nconditions: [{ condition: one, because: %s, tier: %s, when: \"%s\" }]"
                    .formatted(because, tier, when));
    world.signAll();
    return authority().ruleSet();
  }
}
