package countersign.routeproof;

import countersign.routeproof.BadRoutes.Bad;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dangerous options of endpoints, routes and steps. */
final class BadOptions {
  private static final List<String> SFTP =
      List.of(
          "strictHostKeyChecking no",
          "strictHostKeyChecking {{x:no}}",
          "useUserKnownHostsFile true",
          "autoCreate true",
          "jailStartingDirectory false",
          "preferredAuthentications password",
          "privateKeyFile /etc/passwd",
          "privateKeyFile {{partner.other.privateKeyFile}}",
          "knownHostsFile /dev/null",
          "knownHostsFile RAW(/dev/null)",
          "throwExceptionOnConnectFailed false",
          "knownHosts x",
          "knownHostsUri file:x",
          "password RAW(x)",
          "privateKeyPassphrase {{env:X}}",
          "proxy #proxy",
          "ciphers none",
          "ciphers aes128-cbc",
          "serverHostKeys ssh-dss",
          "keyExchangeProtocols diffie-hellman-group1-sha1",
          "localWorkDirectory /tmp",
          "preMove x",
          "move ../x",
          "moveFailed x",
          "delete true",
          "noop true",
          "idempotentRepository #x",
          "filter #x",
          "fileName ${body}",
          "sendNoop false",
          "bridgeErrorHandler true",
          "logging-level TRACE",
          "exchangePattern InOut",
          "synchronous true",
          "lazyStartProducer true",
          "soTimeout {{sys:x}}",
          "connectTimeout {{countersign.unknown}}");

  private static final List<String> INBOX =
      List.of(
          "pollStrategy #other",
          "exceptionHandler #log",
          "scheduler #x",
          "processStrategy #x",
          "startScheduler false",
          "runLoggingLevel TRACE",
          "delay {{x}}",
          "delay 3600001",
          "delay 2h",
          "delay 99999m",
          "initialDelay 999999999",
          "backoffMultiplier 100",
          "scheduler spring",
          "scheduler quartz",
          "scheduler #x",
          "scheduler.cron 0 0 * * * *",
          "scheduler.cron 99 0 * * * *",
          "scheduler.cron 0 0 0 1 1 *",
          "scheduler.triggerId x",
          "sortBy ${body}",
          "sortBy #x",
          "sortBy file:parent",
          "maxMessagesPerPoll 0",
          "download false",
          "streamDownload true");

  private static final List<String> OUTBOX =
      List.of(
          "fileExist Override",
          "fileExist Append",
          "tempFileName ${body.name}",
          "tempFileName x",
          "tempPrefix x",
          "stepwise true",
          "moveExisting x",
          "moveExistingFileStrategy #x",
          "doneFileName x",
          "appendChars x",
          "charset utf-8",
          "eagerDeleteTargetFile true");

  private BadOptions() {}

  static void addTo(List<Bad> all) {
    for (String option : SFTP) {
      sftp(all, "partner-inbox", option);
      sftp(all, "partner-outbox", option);
    }
    INBOX.forEach(option -> sftp(all, "partner-inbox", option));
    OUTBOX.forEach(option -> sftp(all, "partner-outbox", option));
    for (String name :
        List.of(
            "privateKeyFile",
            "knownHostsFile",
            "useUserKnownHostsFile",
            "strictHostKeyChecking",
            "preferredAuthentications",
            "autoCreate",
            "jailStartingDirectory")) {
      without(all, "partner-inbox", name);
      without(all, "partner-outbox", name);
    }
    without(all, "partner-inbox", "pollStrategy");
    without(all, "partner-outbox", "fileExist");
    without(all, "partner-outbox", "tempFileName");
    templates(all);
    queues(all);
    routes(all);
  }

  private static ObjectNode parameters(ArrayNode entries, String template) {
    ObjectNode route = RouteFiles.route(entries, template);
    return (ObjectNode)
        (template.equals("partner-inbox")
            ? route.path("from").path("parameters")
            : RouteFiles.steps(route).path(2).path("to").path("parameters"));
  }

  private static void sftp(List<Bad> all, String template, String option) {
    String name = option.substring(0, option.indexOf(' '));
    String value = option.substring(option.indexOf(' ') + 1);
    all.add(
        new Bad(
            "%s with %s".formatted(template, option),
            new RouteFiles()
                .change("partners", entries -> parameters(entries, template).put(name, value)),
            name));
    all.add(
        new Bad(
            "%s with %s in its uri".formatted(template, option),
            new RouteFiles()
                .replace(
                    "partners",
                    template.equals("partner-inbox") ? ".inbox}}\"" : ".outbox}}\"",
                    "%s?%s=%s\""
                        .formatted(
                            template.equals("partner-inbox") ? ".inbox}}" : ".outbox}}",
                            name,
                            value)),
            name));
  }

  private static void without(List<Bad> all, String template, String name) {
    all.add(
        new Bad(
            "%s without %s".formatted(template, name),
            new RouteFiles()
                .change("partners", entries -> parameters(entries, template).remove(name)),
            name));
  }

  private static void templates(List<Bad> all) {
    for (String[] change :
        new String[][] {
          {"value: dhs-ice }]", "value: dhs-ice }, { name: partner, value: other }]"},
          {"parameters: [{ name: partner }]", "parameters: [{ name: partner }, { name: partner }]"},
          {"parameters: [{ name: partner }]", "parameters: [{ name: partner.dhs-ice.host }]"},
          {"parameters: [{ name: partner }]", "parameters: [{ name: partner }, { name: more }]"},
          {"parameters: [{ name: partner, value", "parameters: [{ name: partnr, value"}
        }) {
      all.add(
          new Bad(
              "templates with " + change[1],
              new RouteFiles().replace("partners", change[0], change[1]),
              "parameter"));
    }
  }

  private static void queues(List<Bad> all) {
    for (String option :
        List.of(
            "transferException=true",
            "jmsMessageType=Object",
            "transacted=false",
            "acknowledgementModeName=AUTO_ACKNOWLEDGE",
            "replyTo=x",
            "selector=x",
            "errorHandler=#x",
            "exceptionListener=#x",
            "headerFilterStrategy=#x",
            "allowSerializedHeaders=true",
            "mapJmsMessage=false",
            "destinationResolver=#x",
            "connectionFactory=#x",
            "username=RAW(x)",
            "autoStartup=false",
            "asyncConsumer=true",
            "concurrentConsumers={{x:5}}")) {
      all.add(
          new Bad(
              "queue seal with " + option,
              new RouteFiles()
                  .replace(
                      "pipeline",
                      "uri: activemq6:queue:seal\n",
                      "uri: 'activemq6:queue:seal?" + option + "'\n"),
              option.substring(0, option.indexOf('='))));
    }
  }

  private static void routes(List<Bad> all) {
    for (String key :
        List.of(
            "trace",
            "streamCache",
            "messageHistory",
            "logMask",
            "autoStartup",
            "precondition",
            "routePolicyRef",
            "routePolicy",
            "delayer",
            "errorHandlerRef",
            "inputType",
            "outputType",
            "shutdownRoute",
            "shutdownRunningTask",
            "nodePrefixId",
            "kamelet",
            "route-configuration-id")) {
      for (String route : List.of("arrival", "lookup", "delivering", "partner-outbox")) {
        all.add(
            new Bad(
                "route %s with %s".formatted(route, key),
                new RouteFiles()
                    .change(
                        RouteFiles.fileOf(route),
                        entries -> RouteFiles.route(entries, route).put(key, "true")),
                key));
      }
    }
  }
}
