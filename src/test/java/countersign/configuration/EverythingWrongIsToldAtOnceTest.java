package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run reports all problems, so that an operator need not restart after each correction. */
class EverythingWrongIsToldAtOnceTest {
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @Test
  void one_run_finds_problems_of_every_kind() throws IOException {
    world.edit("agreements/irs-ice-2025.yaml", "purposes:", "purpose:");
    world.edit("agreements/irs-ice-2025.yaml", "maxSubjects: 10000", "maxSubjects: many");
    world.edit("agreements/irs-ice-2025.yaml", "approvalLapses: 24 hours", "approvalLapses: 24");
    world.edit("partners/dhs-ice.yaml", "id: dhs-ice", "id: dhs-cbp");
    world.edit("partners/dhs-ice.yaml", "[HOA-001]", "[HOA-001, HOA-002]");
    world.edit("registers/officers.yaml", "OFF-0402", "OFF-0401");
    world.edit("registers/safeguards.yaml", "because: No report has been accepted\n", "");
    world.edit("countersign.yaml", "//database:5432/countersign", "//db/c?password=hunter2");
    world.edit(
        "policy/rules.yaml", "effective: 2026-11-24\nbecause", "effective: 2026-02-30\nbecause");
    world.edit("posture.yaml", "[irs-ice-2025]", "[irs-ice-2025, irs-cbp-2026]");
    world.write("agreements/draft.yml", "id: draft\n");
    world.write("registers/delegations.yaml", "id: delegations\nid: twice\n");

    assertThat(world.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "UNKNOWN_FILE  agreements/draft.yml · expected a document the gateway knows, found another file. Rename it to a name that the gateway reads, or remove it.",
            "WRONG_TYPE  agreements/irs-ice-2025.yaml · limits.maxSubjects · expected a whole number (A file with more subjects waits for a person, F114), found a text. Write a value of that type.",
            "WRONG_TYPE  agreements/irs-ice-2025.yaml · schedule.approvalLapses · expected a text (How long an approval is valid, as 30 days, 24 hours, 10 minutes or 5 seconds), found a number. Write a value of that type.",
            "UNKNOWN_KEY  agreements/irs-ice-2025.yaml · purpose · expected one of agencies, attestation, authority, because, conditions, elements, environments, firstDay, id, lastDay, limits, parties, placeholders, purposes, schedule, serial, statutes, timeZone, title, found a key that is none of them. Correct its spelling, or remove it.",
            "MISSING_KEY  agreements/irs-ice-2025.yaml · purposes · expected a value (Purposes that it covers), found nothing. Add it; it has no default.",
            "SECRET_BY_VALUE  countersign.yaml · database.url · expected an address without a password, found one with. Put the secret into a file or an environment variable, and name that here.",
            "NAME_IS_NOT_ID  partners/dhs-ice.yaml · id · expected dhs-ice, found dhs-cbp. Rename the file, or correct its id.",
            "DANGLING  partners/dhs-ice.yaml · requesters[1] · expected something in registers/officials.yaml, found HOA-002. Correct the name, or add the entry that it names.",
            "WRONG_VALUE  policy/rules.yaml · effective · expected a day of the calendar (First day of the set, YYYY-MM-DD), found '2026-02-30'. A111_RULE_CHANGE_UNJUSTIFIED: Correct the value.",
            "DANGLING  posture.yaml · agreements[1] · expected something in agreements/, found irs-cbp-2026. Correct the name, or add the entry that it names.",
            "UNREADABLE  registers/delegations.yaml · line 2 · expected one YAML document, found the key id twice. Correct the file; the rest of it was not checked.",
            "DUPLICATE  registers/officers.yaml · officers[1].officerId (OFF-0401) · expected a value that is used once, found OFF-0401 again; the first is registers/officers.yaml · officers[0].officerId. Remove one of them, or give it another value.",
            "MISSING_BECAUSE  registers/safeguards.yaml · because · expected a value (Source that the entries were checked against), found nothing. Write the clause, order or instrument that it is based on.");
  }

  @Test
  void no_number_of_a_rule_and_no_size_has_a_default() throws IOException {
    world.edit("policy/rules.yaml", "  signatureAgeDays: 30\n", "");
    world.edit("countersign.yaml", "  maxExpansionRatio: 200\n", "");
    world.edit("agreements/irs-ice-2025.yaml", "largeVolumeSubjects", "largeVolumeSubject");

    assertThat(world.findings())
        .contains(
            "MISSING_KEY policy/rules.yaml limits.signatureAgeDays",
            "MISSING_KEY countersign.yaml intake.maxExpansionRatio",
            "MISSING_KEY agreements/irs-ice-2025.yaml limits.largeVolumeSubjects");
  }

  @Test
  void each_rule_needs_a_because_key() throws IOException {
    world.edit(
        "policy/rules.yaml",
        "R22, effective: 2026-11-24, because",
        "R22, effective: 2026-11-24, why");

    assertThat(world.findings())
        .contains(
            "UNKNOWN_KEY policy/rules.yaml rules[21].why",
            "MISSING_BECAUSE policy/rules.yaml rules[21].because");
  }

  @Test
  void a_value_outside_an_enumeration_is_reported_with_the_allowed_values() throws IOException {
    world.edit("countersign.yaml", "signIn: PASSWORD", "signIn: HANDSHAKE");

    assertThat(world.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "WRONG_VALUE  countersign.yaml · console.signIn · expected one of PASSWORD, OIDC (How people sign in: with a PASSWORD, in T only, or at an identity provider (OIDC)), found 'HANDSHAKE'. Correct the value.");
  }

  @Test
  void a_number_too_large_for_its_type_is_refused() throws IOException {
    world.edit(
        "agreements/irs-ice-2025.yaml",
        "officerLoadSubjects: 25",
        "officerLoadSubjects: 3000000000");

    assertThat(world.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "WRONG_VALUE  agreements/irs-ice-2025.yaml · limits.officerLoadSubjects · expected a number from 1 to 2147483647 (Largest number of open subjects of an officer; R218 above it), found '3000000000'. Correct the value.");
  }

  @Test
  void a_missing_key_file_is_a_dangling_reference() throws IOException {
    world.edit(
        "registers/officers.yaml",
        "contractor: false, keys: [] }\n  - { officerId: OFF-0402",
        "contractor: false, keys: [{ fingerprint: %s, file: keys/OFF-0401.asc, acceptedFrom: 2026-12-01, retiredOn: 2026-11-30 }] }\n  - { officerId: OFF-0402"
            .formatted("C".repeat(40)));

    assertThat(world.findings())
        .contains(
            "DANGLING registers/officers.yaml officers[0].keys[0].file",
            "WRONG_VALUE registers/officers.yaml officers[0].keys[0].retiredOn");
  }

  @Test
  void two_officers_never_share_a_key() throws IOException {
    String key = "keys: [{ fingerprint: %s, file: keys/ada.asc, acceptedFrom: 2026-12-01 }]";
    world.edit("registers/officers.yaml", "keys: []", key.formatted("C".repeat(40)));

    assertThat(world.findings())
        .contains("DUPLICATE registers/officers.yaml officers[39].keys[0].fingerprint");
  }

  @Test
  void a_fault_of_yaml_is_told_with_its_line_and_what_to_do() throws IOException {
    String shipped = Files.readString(Path.of("config/partners/dhs-ice.yaml"));
    yaml(shipped.replace("host: ", "\thost: "), "line 5 · expected one YAML document, found a tab");
    yaml(shipped.replace("port: 2222", "port: 2222\n   user: x"), "found a second key stands");
    yaml(shipped.replace("[HOA-001]", "[HOA-001"), "found the bracket [ is not closed");
    yaml(shipped.replace("port: 2222", "port: 2222\nport: 3333"), "found the key port twice");
  }

  private void yaml(String text, String words) throws IOException {
    world.write("partners/dhs-ice.yaml", text);
    assertThat(world.problems())
        .anySatisfy(one -> assertThat(one.toString()).startsWith("UNREADABLE").contains(words));
  }

  @Test
  void no_partners_inbox_is_another_ones_outbox() throws IOException {
    String shipped = Files.readString(Path.of("config/partners/dhs-ice.yaml"));
    world.write(
        "partners/dhs-zzz.yaml",
        shipped.replace("id: dhs-ice", "id: dhs-zzz").replace("DHS-ICE", "DHS-ZZZ")
            + "folders: { inbox: outbox, outbox: inbox, archive: a, rejected: b }\n");

    assertThat(world.problems())
        .anySatisfy(
            one ->
                assertThat(one.toString())
                    .contains("DUPLICATE  partners/dhs-zzz.yaml")
                    .contains("expected four folders that only this partner has"));
  }

  @Test
  void an_empty_document_causes_no_follow_up_problems() throws IOException {
    world.write("partners/dhs-ice.yaml", "");

    assertThat(world.findings()).noneMatch(one -> one.startsWith("DANGLING"));
  }

  @Test
  void a_partner_that_is_gone_is_told_once_for_each_document_that_names_it() throws IOException {
    world.delete("partners/dhs-ice.yaml");

    assertThat(world.problems())
        .extracting(Problem::toString)
        .filteredOn(one -> one.startsWith("DANGLING  registers/officers.yaml"))
        .singleElement()
        .asString()
        .containsPattern("found DHS-ICE, [0-9]+ times");
  }

  @Test
  void an_unreadable_file_causes_no_follow_up_problems() throws IOException {
    world.write("registers/officials.yaml", "officials: [\n");

    assertThat(world.findings())
        .contains("UNREADABLE registers/officials.yaml line 1")
        .noneMatch(finding -> finding.startsWith("DANGLING"));
  }

  @Test
  void the_gateway_does_not_start_without_an_instance_file() throws IOException {
    world.delete("countersign.yaml");

    assertThat(world.findings()).contains("NO_INSTANCE countersign.yaml");
    assertThat(world.problems()).isNotEmpty();
  }

  @Test
  void a_password_in_an_address_never_appears_in_a_message() throws IOException {
    world.edit("countersign.yaml", "failover:(tcp://broker:61616)", "http://me:hunter2@broker");

    assertThat(world.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.WRONG_VALUE, Problem.Code.SECRET_BY_VALUE);
    assertThat(world.problems())
        .extracting(Problem::toString)
        .noneMatch(text -> text.contains("hunter2"));
  }
}
