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
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which packages a package may use, all listed above it, and which may use a library. */
class DependencyRulesTest {

  /**
   * One line for each package, in the order of processing: the package, then the earlier packages
   * that it uses. A line that names a later package does not load, so no cycle can be written.
   * Every package but {@code crypto}, {@code pgp} and {@code vault} may also use {@code request};
   * every package may use {@code crypto}.
   */
  private static final String TABLE =
      """
      request
      crypto
      pgp
      vault
      clock
      ledger
      lifecycle      clock ledger
      pause          lifecycle
      passkey        ledger
      servers
      routefile
      configuration  pgp clock passkey servers routefile
      extensions     configuration
      authority      pgp clock ledger lifecycle passkey configuration
      accounts       ledger lifecycle passkey servers authority
      stops          ledger lifecycle authority
      accounting     vault ledger lifecycle
      validation
      postal         validation
      address        validation postal
      policy         authority validation address
      profile        validation
      screening      pgp authority validation address policy profile
      arrival        vault profile
      intake         pgp vault ledger lifecycle authority stops accounting validation policy profile screening arrival
      simulation     vault authority policy profile screening intake
      records        servers validation address intake
      recordsource   records
      notification   pgp lifecycle authority
      endpoints      extensions recordsource
      redaction      authority records
      statement      pgp vault ledger authority intake
      approval       vault lifecycle authority stops redaction statement
      disclosure     vault ledger lifecycle authority policy intake statement approval
      sealing        pgp ledger lifecycle authority statement disclosure
      journal        ledger lifecycle configuration accounting intake
      delivery       pgp vault clock ledger lifecycle pause authority stops accounting intake redaction statement disclosure sealing journal
      receipts       pgp lifecycle authority stops arrival intake
      recall         lifecycle authority stops delivery receipts
      operations     lifecycle
      incidents      lifecycle recall operations
      routeproof     clock routefile
      routemap       routeproof
      reviewdesk     vault lifecycle authority stops profile redaction statement approval
      verification   ledger authority accounts stops sealing
      broker         lifecycle operations
      pipeline       pgp clock ledger lifecycle configuration authority stops arrival intake records recordsource notification endpoints redaction approval sealing journal delivery receipts operations routefile routeproof broker
      inbox          clock lifecycle pause configuration authority profile arrival intake journal delivery operations pipeline
      reload         lifecycle pause configuration authority operations routefile routeproof pipeline inbox
      access         authority accounts
      console        lifecycle passkey accounts authority stops policy profile intake statement approval operations reviewdesk access
      administration passkey accounts authority console
      oversight      stops operations reviewdesk access console
      followup       receipts recall incidents console
      casework       intake approval operations reviewdesk console
      queues         lifecycle pause accounts sealing operations routeproof reviewdesk console
      monitoring     ledger lifecycle authority operations verification
      database
      check          pgp servers configuration extensions authority routefile routeproof database
      partnersetup   pgp configuration
      partnertool    pgp policy profile screening
      cli            pgp ledger passkey accounts configuration authority policy screening simulation disclosure journal delivery operations verification database check partnersetup partnertool lifecycle routemap routeproof
      demo           pgp vault ledger accounts configuration accounting profile database check partnertool cli
      kit            pgp delivery partnertool cli demo
      """;

  private static final Map<String, List<String>> MAY_USE = table();

  private static JavaClasses classes;

  private static Map<String, List<String>> table() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      List<String> names = List.of(line.trim().split("\\s+"));
      List<String> uses = names.subList(1, names.size());
      assertThat(rows.keySet()).as("%s uses earlier rows only", names.get(0)).containsAll(uses);
      rows.put(names.get(0), uses);
    }
    return rows;
  }

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
  void each_row_names_only_packages_that_its_package_uses() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass from : classes) {
      from.getDirectDependenciesFromSelf()
          .forEach(
              dependency ->
                  used.computeIfAbsent(packageOf(from), name -> new TreeSet<>())
                      .add(packageOf(dependency.getTargetClass())));
    }
    List<String> unused = new ArrayList<>();
    MAY_USE.forEach(
        (from, uses) ->
            uses.stream()
                .filter(to -> !used.getOrDefault(from, Set.of()).contains(to))
                .forEach(to -> unused.add(from + " does not use " + to)));
    assertThat(unused).isEmpty();
  }

  @Test
  void every_package_has_a_row_and_every_row_a_package() {
    Set<String> found = new HashSet<>();
    classes.forEach(type -> found.add(packageOf(type)));
    found.remove("");
    assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void no_two_packages_have_a_class_of_the_same_name() {
    Map<String, Set<String>> packages = new TreeMap<>();
    classes.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
        .forEach(
            type ->
                packages
                    .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                    .add(packageOf(type)));
    packages.values().removeIf(homes -> homes.size() == 1);
    assertThat(packages).isEmpty();
  }

  @Test
  void only_the_listed_packages_use_a_library() {
    only("org.apache.camel..", "endpoints", "broker", "pipeline", "inbox");
    only("jakarta.jms..", "endpoints", "broker", "pipeline", "demo");
    only("org.bouncycastle..", "crypto", "pgp", "accounts");
    only("com.google.crypto.tink..", "vault");
    only("org.apache.sshd..", "demo");
    only("com.jcraft.jsch..", "inbox", "check", "partnertool", "demo");
    only("org.apache.activemq..", "pipeline", "demo");
    only("io.zonky..", "demo");
    only("picocli..", "partnersetup", "partnertool", "cli", "demo", "kit");
    only("com.github.kagkarlsson..", "pipeline");
    only("io.micrometer..", "pipeline", "inbox", "monitoring");
    only("com.networknt..", "configuration");
    only("com.webauthn4j..", "passkey");
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
                return !Set.of(
                            "broker",
                            "pipeline",
                            "accounts",
                            "access",
                            "console",
                            "administration",
                            "casework",
                            "queues",
                            "oversight",
                            "followup",
                            "monitoring",
                            "demo",
                            "")
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
    if (target.equals("request") || target.equals("crypto")) {
      return target.equals("crypto") || !Set.of("crypto", "pgp", "vault").contains(source);
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
