package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Surefire runs {@code *Test} and failsafe {@code *IT}; a test in another class never runs. */
class TestsAreRunTest {
  private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";
  private static final List<JavaMember> MEMBERS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
              .importPackages("countersign")
              .stream()
              .flatMap(type -> type.getMembers().stream())
              .toList();

  @Test
  void every_test_is_in_a_class_that_surefire_or_failsafe_runs() {
    List<JavaMember> tests =
        MEMBERS.stream().filter(member -> member.isMetaAnnotatedWith(TESTABLE)).toList();

    assertThat(tests).hasSizeGreaterThan(700);
    assertThat(tests)
        .filteredOn(test -> !isTaken(test) || test.getModifiers().contains(JavaModifier.PRIVATE))
        .extracting(JavaMember::getFullName)
        .isEmpty();
  }

  @Test
  void every_method_with_a_sentence_as_its_name_is_a_test() {
    assertThat(MEMBERS)
        .filteredOn(member -> isTaken(member) && member.getName().matches("[a-z0-9]+(_[a-z0-9]+)+"))
        .filteredOn(member -> !member.getModifiers().contains(JavaModifier.STATIC))
        .filteredOn(member -> member.getAnnotations().isEmpty())
        .extracting(JavaMember::getFullName)
        .isEmpty();
  }

  private static boolean isTaken(JavaMember member) {
    JavaClass owner = member.getOwner();
    while (owner.isAnnotatedWith(Nested.class)) {
      owner = owner.getEnclosingClass().orElseThrow();
    }
    return owner.getName().matches("[^$]*(Test|IT)");
  }
}
