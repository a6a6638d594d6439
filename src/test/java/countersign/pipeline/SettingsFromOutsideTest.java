package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A person at the host's shell who starts the gateway with variables, system properties and files
 * of their own changes none of its settings.
 */
class SettingsFromOutsideTest {
  private static final String EVIL = "evil";
  private static Map<String, String> printed;

  @BeforeAll
  static void the_gateway_starts_in_a_folder_and_an_environment_of_somebody_else(
      @TempDir Path folder) throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    String yaml = "countersign:\n  gateway-key: evil\n  beside: %s\n";
    Files.writeString(folder.resolve("application.yml"), yaml.formatted(EVIL));
    Files.writeString(config.resolve("application.yml"), yaml.formatted(EVIL));
    Files.writeString(folder.resolve("application-evil.yml"), "countersign.profile: evil\n");
    Files.writeString(folder.resolve("located.yml"), "countersign.located: evil\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dspring.datasource.url=evil");
    command.add("-Dcountersign.by-property=evil");
    command.add("-Dpartner.dhs-ice.user=evil");
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add(PrintedSettings.class.getName());
    command.addAll(names());
    ProcessBuilder start = new ProcessBuilder(command).directory(folder.toFile());
    start.environment().putAll(environment(folder));
    Path out = folder.resolve("out");
    Process process =
        start.redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    printed = settings(out);
  }

  private static Map<String, String> environment(Path folder) {
    return Map.ofEntries(
        Map.entry("SPRING_DATASOURCE_URL", EVIL),
        Map.entry("COUNTERSIGN_CONFIG_DIRECTORY", EVIL),
        Map.entry("COUNTERSIGN_ROUTES_DIRECTORY", EVIL),
        Map.entry("COUNTERSIGN_VAULT_CREATE", "true"),
        Map.entry("COUNTERSIGN_LEDGER_ORIGIN", EVIL),
        Map.entry("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*"),
        Map.entry("MANAGEMENT_ENDPOINT_HEAPDUMP_ACCESS", "unrestricted"),
        Map.entry("MANAGEMENT_ENDPOINT_ENV_SHOW_VALUES", "always"),
        Map.entry("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB", "TRACE"),
        Map.entry("LOGGING_LEVEL_ORG_POSTGRESQL", "TRACE"),
        Map.entry("SPRING_MVC_LOG_REQUEST_DETAILS", "true"),
        Map.entry("SERVER_ERROR_INCLUDE_MESSAGE", "always"),
        Map.entry("SPRING_JMX_ENABLED", "true"),
        Map.entry("CAMEL_MAIN_ROUTES_INCLUDE_PATTERN", "file:/tmp/evil.yaml"),
        Map.entry("CAMEL_MAIN_LOG_EXHAUSTED_MESSAGE_BODY", "true"),
        Map.entry("SPRING_APPLICATION_JSON", "{\"countersign\":{\"by-json\":\"evil\"}}"),
        Map.entry("SPRING_CONFIG_LOCATION", "file:" + folder.resolve("located.yml")),
        Map.entry("SPRING_CONFIG_ADDITIONAL_LOCATION", "file:" + folder + "/"),
        Map.entry("SPRING_CONFIG_IMPORT", "file:" + folder.resolve("located.yml")),
        Map.entry("SPRING_PROFILES_ACTIVE", EVIL),
        Map.entry("DEBUG", "true"),
        Map.entry("PARTNER_DHS_ICE_HOST", EVIL),
        Map.entry("PARTNER_DHS_ICE_PORT", "2222"),
        Map.entry("PARTNER_DHS_ICE_KNOWNHOSTSFILE", EVIL));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another_database, spring.datasource.url, own",
    "another_configuration, countersign.config-directory, own",
    "other_routes, countersign.routes-directory, own",
    "a_new_root_keyset, countersign.vault.create, own",
    "another_name_of_the_ledger, countersign.ledger.origin, null",
    "every_endpoint_of_the_actuator, management.endpoints.web.exposure.include, 'health,prometheus'",
    "a_heap_dump, management.endpoint.heapdump.access, null",
    "the_values_of_the_environment, management.endpoint.env.show-values, null",
    "bodies_of_calls_in_the_log, logging.level.org.springframework.web, INFO",
    "statements_in_the_log, logging.level.org.postgresql, INFO",
    "parameters_in_the_log, spring.mvc.log-request-details, null",
    "messages_of_exceptions_in_answers, server.error.include-message, never",
    "beans_over_jmx, spring.jmx.enabled, null",
    "bodies_of_messages_in_the_log, camel.main.log-exhausted-message-body, false",
    "settings_as_json, countersign.by-json, null",
    "a_file_by_its_location, countersign.located, null",
    "a_profile, countersign.profile, null",
    "a_file_in_the_working_folder, countersign.beside, null",
    "a_file_in_the_folder_config, countersign.gateway-key, own",
    "a_system_property, countersign.by-property, null",
    "debugging, debug, null",
    "another_sftp_server, partner.dhs-ice.host, own",
    "another_sftp_port, partner.dhs-ice.port, own",
    "another_sftp_user, partner.dhs-ice.user, own",
    "other_known_hosts, partner.dhs-ice.knownHostsFile, own"
  })
  void a_setting_from_outside_has_no_effect(String cheat, String name, String value) {
    assertThat(printed).as(cheat).containsEntry(name, value);
  }

  @Test
  void no_setting_from_outside_names_a_file_of_routes() {
    assertThat(printed.get("camel.main.routes-include-pattern")).doesNotContain(EVIL);
  }

  private static List<String> names() {
    return List.of(
        "spring.datasource.url",
        "countersign.config-directory",
        "countersign.routes-directory",
        "countersign.vault.create",
        "countersign.ledger.origin",
        "management.endpoints.web.exposure.include",
        "management.endpoint.heapdump.access",
        "management.endpoint.env.show-values",
        "logging.level.org.springframework.web",
        "logging.level.org.postgresql",
        "spring.mvc.log-request-details",
        "server.error.include-message",
        "spring.jmx.enabled",
        "camel.main.routes-include-pattern",
        "camel.main.log-exhausted-message-body",
        "countersign.by-json",
        "countersign.located",
        "countersign.profile",
        "countersign.beside",
        "countersign.gateway-key",
        "countersign.by-property",
        "debug");
  }

  /** The child runs in another folder. */
  private static String absolute(String classpath) {
    return Arrays.stream(classpath.split(File.pathSeparator, -1))
        .map(one -> Path.of(one).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Map<String, String> settings(Path out) throws IOException {
    return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
        .filter(line -> line.contains("="))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1),
                (one, other) -> other));
  }
}
