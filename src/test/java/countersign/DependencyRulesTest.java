package countersign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import countersign.ledger.Event;
import countersign.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The dependency table: which packages a package may use, and which packages may use a library. No
 * package imports one that is listed after it.
 */
class DependencyRulesTest {

  /** One entry for each package. It names only earlier entries, so cycles are impossible. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    row("request");
    row("pgp");
    row("vault");
    row("ledger");
    row("lifecycle", "ledger");
    row("configuration");
    row("authority", "lifecycle", "configuration");
    row("accounting", "vault", "lifecycle", "ledger");
    row("validation");
    row("policy", "authority", "validation");
    row("profile");
    row("screening", "pgp", "authority", "policy", "profile", "validation");
    row(
        "intake",
        "pgp",
        "vault",
        "lifecycle",
        "ledger",
        "authority",
        "accounting",
        "validation",
        "policy",
        "profile",
        "screening");
    row("records", "intake", "validation");
    row("redaction", "authority", "records");
    row(
        "approval",
        "vault",
        "lifecycle",
        "ledger",
        "authority",
        "accounting",
        "policy",
        "redaction",
        "records",
        "profile",
        "intake");
    row(
        "delivery",
        "pgp",
        "vault",
        "lifecycle",
        "authority",
        "accounting",
        "ledger",
        "intake",
        "redaction",
        "approval");
    row("operations", "lifecycle", "authority");
    row("proof", "configuration");
    row(
        "pipeline",
        "pgp",
        "vault",
        "ledger",
        "lifecycle",
        "configuration",
        "authority",
        "accounting",
        "validation",
        "policy",
        "profile",
        "screening",
        "intake",
        "records",
        "redaction",
        "approval",
        "delivery",
        "operations",
        "proof");
    row("access", "vault", "lifecycle", "configuration");
    row(
        "console",
        "vault",
        "ledger",
        "lifecycle",
        "configuration",
        "authority",
        "accounting",
        "validation",
        "policy",
        "profile",
        "screening",
        "intake",
        "records",
        "redaction",
        "approval",
        "delivery",
        "operations",
        "proof",
        "access");
    row("monitoring", "lifecycle", "ledger", "authority", "operations", "proof");
    row(
        "cli",
        "pgp",
        "vault",
        "ledger",
        "lifecycle",
        "configuration",
        "authority",
        "accounting",
        "validation",
        "policy",
        "profile",
        "screening",
        "intake",
        "records",
        "redaction",
        "approval",
        "delivery",
        "operations",
        "proof",
        "access",
        "monitoring");
    row(
        "demo",
        "pgp",
        "vault",
        "ledger",
        "lifecycle",
        "configuration",
        "authority",
        "accounting",
        "validation",
        "policy",
        "profile",
        "screening",
        "intake",
        "records",
        "redaction",
        "approval",
        "delivery",
        "operations",
        "proof",
        "pipeline",
        "access",
        "monitoring",
        "cli");
  }

  private static JavaClasses classes;

  private static void row(String name, String... uses) {
    assertThat(MAY_USE.keySet()).as("%s uses only earlier rows", name).containsAll(List.of(uses));
    MAY_USE.put(name, List.of(uses));
  }

  /** The packages in order; each comes after those that it may use. */
  static List<String> order() {
    return List.copyOf(MAY_USE.keySet());
  }

  @BeforeAll
  static void read_the_classes() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("countersign");
  }

  @Test
  void each_package_uses_only_the_packages_in_its_row() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass from : classes) {
      String source = packageOf(from);
      from.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> !packageOf(dependency.getTargetClass()).isEmpty())
          .filter(dependency -> !allowed(source, packageOf(dependency.getTargetClass())))
          .forEach(dependency -> wrong.add(dependency.getDescription()));
    }
    assertThat(new TreeSet<>(wrong)).isEmpty();
  }

  @Test
  void every_package_has_a_row() {
    Set<String> found = new HashSet<>();
    classes.forEach(type -> found.add(packageOf(type)));
    found.remove("");
    assertThat(MAY_USE.keySet()).containsAll(found);
  }

  @Test
  void only_the_listed_packages_use_a_library() {
    only("org.apache.camel..", "pipeline", "proof");
    only("jakarta.jms..", "pipeline", "demo");
    only("org.bouncycastle..", "pgp");
    only("com.google.crypto.tink..", "vault");
    only("org.apache.sshd..", "demo");
    only("com.jcraft.jsch..", "pipeline", "cli", "demo");
    only("org.apache.activemq..", "pipeline", "demo");
    only("io.zonky..", "demo");
    only("picocli..", "cli", "demo");
    only("com.github.kagkarlsson..", "pipeline");
    only("io.micrometer..", "pipeline", "monitoring");
    only("com.networknt..", "configuration");
    only("dev.cel..", "authority");
  }

  @Test
  void only_adapters_and_configurations_use_spring() {
    noClasses()
        .that(
            new DescribedPredicate<>("are neither adapters nor configurations") {
              @Override
              public boolean test(JavaClass type) {
                String outer = type.getName().replaceAll("^.*\\.|\\$.*$", "");
                return !Set.of("pipeline", "access", "console", "monitoring", "demo", "")
                        .contains(packageOf(type))
                    && !outer.startsWith("Jdbc")
                    && !outer.endsWith("Configuration");
              }
            })
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("domain code knows Java and the law")
        .check(classes);
  }

  @Test
  void only_lifecycle_records_in_the_ledger() {
    assertThat(classes.get(Ledger.class).getMethod("record", Event.class)).isNotNull();
    noClasses()
        .that()
        .resideOutsideOfPackages("countersign.lifecycle..", "countersign.ledger..")
        .should()
        .callMethod(Ledger.class, "record", Event.class)
        .because("a state change and its event are one transaction")
        .check(classes);
  }

  @Test
  void time_comes_from_a_clock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(java.util.Date.class)
        .because("a test must be able to set it")
        .check(classes);
  }

  private static void only(String library, String... owners) {
    String[] packages = new String[owners.length];
    for (int i = 0; i < owners.length; i++) {
      packages[i] = "countersign." + owners[i] + "..";
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(library + " belongs to " + List.of(owners))
        .check(classes);
    DescribedPredicate<JavaClass> ofLibrary = JavaClass.Predicates.resideInAPackage(library);
    assertThat(classes.stream().filter(type -> List.of(owners).contains(packageOf(type))))
        .as("%s is used by %s, or its row can go", library, List.of(owners))
        .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
        .anyMatch(dependency -> ofLibrary.test(dependency.getTargetClass()));
  }

  private static boolean allowed(String source, String target) {
    if (source.isEmpty() || source.equals(target)) {
      return true;
    }
    if (target.equals("request")) {
      return !source.equals("pgp") && !source.equals("vault");
    }
    return MAY_USE.getOrDefault(source, List.of()).contains(target);
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith("countersign.")) {
      return "";
    }
    String rest = name.substring("countersign.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
