package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.Enrolment;
import countersign.request.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person can do who writes the configuration and has no signatory's key: nothing that
 * counts.
 */
class SignatoryChainTest {
  private static final String SECOND = ConfigurationFixtures.versionFile(2);
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void an_installation_is_bound_to_ada_and_bob() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @Test
  void a_writer_who_replaces_the_signatories_and_signs_everything_is_refused() throws IOException {
    world.signatories(1, "eve", "mal");
    world.signAll("eve", "mal");

    assertThat(world.problems())
        .singleElement()
        .asString()
        .startsWith("ROOT_NOT_FOUND  signatories/signatories-1.yaml · expected sha256 ")
        .contains(String.valueOf(ConfigurationFixtures.TRUST.root()));
  }

  @Test
  void a_writer_who_replaces_one_fingerprint_is_refused() throws IOException {
    world.edit(ConfigurationFixtures.versionFile(1), "B".repeat(40), "E".repeat(40));

    assertThat(world.problems())
        .extracting(Problem::code)
        .containsOnly(Problem.Code.ROOT_NOT_FOUND);
  }

  @Test
  void a_writer_who_replaces_a_key_file_gains_no_signature() throws IOException {
    world.write("keys/bob.asc", "E".repeat(40));
    world.sign("posture.yaml", "ada", "eve");

    assertThat(world.findings()).contains("SIGNATURE_DOES_NOT_HOLD posture.yaml");
    assertThat(world.configuration().document(DocumentKind.POSTURE))
        .get()
        .matches(document -> !document.counts());
  }

  @Test
  void a_writer_who_adds_a_version_with_own_signatures_is_refused() throws IOException {
    world.signatories(2, "eve", "mal");
    world.sign(SECOND, "eve", "mal");
    world.signAll("eve", "mal");

    assertRefused("SIGNATURE_DOES_NOT_HOLD");
  }

  @Test
  void one_signatory_alone_makes_no_version() throws IOException {
    world.signatories(2, "ada", "eve");
    world.sign(SECOND, "ada", "ada");
    assertRefused("ONE_PERSON");

    world.sign(SECOND, "ada", "eve");
    assertRefused("SIGNATURE_DOES_NOT_HOLD");
  }

  @Test
  void one_person_under_two_names_that_look_alike_is_refused() throws IOException {
    world.signatories(2, "ada", "bob", "cyd");
    world.edit(SECOND, "name: cyd", "name: B0b");
    world.sign(SECOND, "ada", "bob");
    world.sign("posture.yaml", "bob", "cyd");

    assertThat(world.problems())
        .singleElement()
        .asString()
        .contains("DUPLICATE  signatories/signatories-2.yaml · signatories[2].name (cyd)")
        .contains("B0b, which looks like bob");
    assertThat(world.findings()).contains("ONE_PERSON posture.yaml");
  }

  @Test
  void a_version_that_is_missing_in_between_is_refused() throws IOException {
    world.signatories(3, "ada", "cyd");
    world.sign(ConfigurationFixtures.versionFile(3), "ada", "bob");

    assertThat(world.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.SIGNATORIES_NOT_LINKED);
  }

  @Test
  void a_bound_installation_without_any_version_is_refused() throws IOException {
    world.delete(ConfigurationFixtures.versionFile(1));

    assertThat(world.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.ROOT_NOT_FOUND);
  }

  @Test
  void without_a_bound_fingerprint_nobodys_signature_counts() {
    Configuration.Result result =
        Configuration.load(
            directory, new Trust(ConfigurationFixtures.CHECK, null), expression -> List.of());

    assertThat(result.all())
        .extracting(Problem::code)
        .contains(Problem.Code.ROOT_NOT_BOUND)
        .doesNotContain(Problem.Code.SIGNATURE_DOES_NOT_HOLD);
    assertThat(((Configuration.Loaded) result).configuration().documents())
        .filteredOn(document -> document.kind().signed())
        .isNotEmpty()
        .noneMatch(Document::counts);
  }

  @Test
  void two_people_of_the_version_before_replace_a_person() throws IOException {
    world.signatories(2, "ada", "cyd");
    world.sign(SECOND, "ada", "bob");
    assertThat(world.findings()).contains("SIGNATURE_DOES_NOT_HOLD posture.yaml");

    world.signAll("ada", "cyd");
    world.delete("posture.yaml.2.asc");
    world.sign("posture.yaml", "ada", "cyd");

    assertThat(world.configuration().documents()).allMatch(Document::counts);
    assertThat(world.configuration().root()).hasValue(ConfigurationFixtures.TRUST.root());
  }

  @Test
  void a_person_who_signs_or_may_sign_never_approves() throws IOException {
    world.signatories(2, "ada", "bob", "cyd");
    world.sign(SECOND, "ada", "bob");
    Enrolment enrolment = Authority.of(world.configuration()).enrolment();

    for (String name : List.of("Ada", "bob", "Cyd")) {
      assertThat(enrolment.signedTheConfiguration(person(name))).as(name).isTrue();
    }
    assertThat(enrolment.signedTheConfiguration(person("eve"))).isFalse();
  }

  private static Enrolment.Person person(String name) {
    return new Enrolment.Person(name, name, Set.of(Role.COUNTERSIGNER), List.of());
  }

  private void assertRefused(String why) {
    assertThat(world.problems())
        .singleElement()
        .asString()
        .startsWith("SIGNATORIES_NOT_LINKED  " + SECOND)
        .contains("found " + why);
  }
}
