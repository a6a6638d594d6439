package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.crypto.Ed25519;
import countersign.request.AcknowledgementId;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
import countersign.sealing.SealedBytesChanged;
import countersign.stops.Stop;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is uploaded but the bytes that the gateway sealed, to those whom the requests name. */
@Proves("R55")
class JdbcForgedSealIT {
  @TempDir Path keys;
  private World world;
  private SealCheats cheats;
  private FileId file;

  @BeforeEach
  void two_people_approve_a_request() {
    world = new World(keys);
    cheats = new SealCheats(world);
    world.approvals().holds(1);
    file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
  }

  @Test
  void a_sealing_is_one_signed_statement_about_its_bytes_and_its_recipients() {
    ResponseId response = cheats.seals(file);

    SealedFile sealed = world.delivery().steps().dispatch(response);

    String said = new String(cheats.statement(response.toString()), StandardCharsets.UTF_8);
    assertThat(said)
        .startsWith("{\"at\":\"")
        .contains(
            "\"domain\":\"countersign/seal/1\"",
            "\"document\":\"" + response + "\"",
            "\"partner\":\"" + TestAuthority.PARTNER + "\"",
            "\"recipients\":\"OFF-0401 " + world.keys().officer().fingerprint() + " ",
            "\"sha256\":\"" + sealed.sha256() + "\"");
    assertThat(world.ledger().reader().history(response.toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsKey("statement"));
  }

  @Test
  void bytes_and_their_hash_that_were_both_replaced_are_not_uploaded() {
    ResponseId response = cheats.seals(file);
    cheats.superuser("update response set sealed_bytes = 'other', sealed_sha256 = sha256('other')");

    isHeld(response, "OTHER_BYTES");
  }

  @Test
  void a_response_without_a_statement_is_not_uploaded() {
    ResponseId response = cheats.seals(file);
    cheats.superuser("delete from seal_statement");

    isHeld(response, "NOT_SIGNED");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"bytes\":\"', '\"bytes\":\"1'",
    "'OFF-0401', 'OFF-0402'",
    "'\"sha256\":\"', '\"sha256\":\"0'",
    "'\"at\":\"2026', '\"at\":\"2025'"
  })
  void a_statement_that_was_changed_after_it_was_signed_does_not_count(String from, String to) {
    ResponseId response = cheats.seals(file);
    cheats.changes(response.toString(), said -> said.replace(from, to));

    isHeld(response, "WRONG_SIGNATURE");
  }

  @Test
  void a_statement_that_another_key_signed_does_not_count() {
    ResponseId response = cheats.seals(file);
    cheats.signs(response.toString(), Ed25519.generate());

    isHeld(response, "WRONG_SIGNATURE");
  }

  @Test
  void the_signed_statement_about_another_file_does_not_count() {
    ResponseId response = cheats.seals(file);
    cheats.superuser(
        """
        delete from seal_statement where id like '%.rsp.%';
        update seal_statement set id = (select id from response) where id like '%.ack.%'""");

    isHeld(response, "OTHER_SUBJECT");
  }

  @Test
  void a_file_whose_partner_was_changed_is_not_uploaded() {
    ResponseId response = cheats.seals(file);
    cheats.superuser("update file set partner = 'other'");

    isHeld(response, "OTHER_SUBJECT");
  }

  @Test
  void the_columns_of_the_response_do_not_choose_partner_and_recipients() {
    ResponseId response = cheats.seals(file);
    cheats.superuser("update response set partner = 'other', officers = '{OFF-0402}'");

    SealedFile sealed = world.delivery().steps().dispatch(response);

    assertThat(sealed.partner()).isEqualTo(TestAuthority.PARTNER);
  }

  @Test
  void a_stop_on_an_officer_counts_although_the_row_named_another_one_before() {
    ResponseId sealed = cheats.seals(file);
    cheats.superuser("update response set officers = '{OFF-0402}'");
    stopsOfficer();

    assertStopped(() -> world.delivery().steps().dispatch(sealed));
    assertThat(world.list("select state from response")).containsExactly("SEALED");
  }

  @Test
  void a_stop_on_an_officer_keeps_a_changed_response_from_being_sealed() {
    ResponseId released = cheats.releases(file);
    cheats.superuser("update response set officers = '{OFF-0402}'");
    stopsOfficer();

    assertStopped(() -> world.delivery().steps().seal(released));
    assertThat(world.list("select state from response")).containsExactly("RELEASED");
  }

  private void stopsOfficer() {
    world
        .stops()
        .set(Stop.Scope.OFFICER, "OFF-0401", Actor.person("dunn"), "A doubt about the key.");
  }

  private static void assertStopped(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("STOPPED"));
  }

  @Test
  void an_officer_whose_key_left_the_register_receives_nothing() {
    ResponseId response = cheats.seals(file);

    assertThatThrownBy(() -> world.delivery().under(otherKey()).dispatch(response))
        .isInstanceOf(Held.class);

    isNamed(response, "OTHER_RECIPIENTS");
  }

  @Test
  void a_statement_that_was_inserted_before_the_sealing_holds_the_response() {
    ResponseId response = cheats.releases(file);
    world
        .jdbc()
        .sql("insert into seal_statement (id, statement, signature) values (?, ?, ?)")
        .params(response.toString(), new byte[1], new byte[64])
        .update();

    assertThatThrownBy(() -> world.delivery().steps().seal(response)).isInstanceOf(Held.class);

    isNamed(response, "ALREADY_SIGNED");
    assertThat(world.list("select state from response")).containsExactly("RELEASED");
  }

  @Test
  void a_response_that_is_made_to_be_sealed_again_is_not_uploaded() {
    ResponseId response = cheats.seals(file);
    cheats.superuser(
        """
        delete from seal_statement where id like '%.rsp.%';
        update response set state = 'RELEASED', sealed_bytes = null, sealed_sha256 = null, sealed_at = null""");
    world.delivery().steps().seal(response);

    isHeld(response, "OTHER_EVENT");
  }

  @Test
  void the_application_role_adds_no_second_statement_and_changes_none() {
    ResponseId response = cheats.seals(file);
    for (String cheat :
        List.of(
            "insert into seal_statement (id, statement, signature) select id, statement, signature from seal_statement",
            "update seal_statement set signature = ''",
            "delete from seal_statement")) {
      assertThatThrownBy(() -> world.jdbc().sql(cheat).update())
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|duplicate key).*");
    }

    assertThat(world.delivery().steps().dispatch(response).partner())
        .isEqualTo(TestAuthority.PARTNER);
  }

  @Test
  void bytes_that_change_after_the_check_are_never_read_to_their_end() {
    SealedFile sealed = world.delivery().steps().dispatch(cheats.seals(file));
    cheats.superuser(
        "update response set sealed_bytes = set_byte(sealed_bytes, 9, get_byte(sealed_bytes, 9) # 1)");

    assertThatThrownBy(() -> DeliveryPart.bytes(sealed))
        .hasCauseInstanceOf(SealedBytesChanged.class);
  }

  @Test
  void an_acknowledgement_is_verified_in_the_same_way() {
    world.passes(Duration.ofMinutes(1));
    AcknowledgementId ack =
        AcknowledgementId.parse(world.list("select id from acknowledgement").get(0));
    assertThat(new String(cheats.statement(ack.toString()), StandardCharsets.UTF_8))
        .contains("\"recipients\":\"agency " + world.keys().agency().fingerprint() + " ");
    cheats.superuser(
        """
        update acknowledgement set state = 'SEALED', upload_until = null, delivered_at = null,
          sealed_bytes = 'other', sealed_sha256 = sha256('other')""");

    isHeld(ack, "OTHER_BYTES");
  }

  private void isHeld(OutgoingId id, String cause) {
    assertThatThrownBy(() -> world.delivery().steps().dispatch(id))
        .isInstanceOfSatisfying(
            Held.class,
            held -> assertThat(held.code()).isEqualTo(ReasonCode.D412_SEAL_NOT_VERIFIED));
    isNamed(id, cause);
  }

  private void isNamed(OutgoingId id, String cause) {
    assertThat(world.ledger().reader().history(id.toString()))
        .filteredOn(event -> cause.equals(event.facts().get("cause")))
        .singleElement()
        .satisfies(
            event -> assertThat(event.facts()).containsEntry("code", "D412_SEAL_NOT_VERIFIED"));
  }

  /** OFF-0401 has the agency's key. */
  private Authority otherKey() {
    PinnedKey agency =
        world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys().get(0);
    return TestAuthority.enrolling(
        TestPeople.enrolment(), Map.of("OFF-0401", agency), List.of(agency));
  }
}
