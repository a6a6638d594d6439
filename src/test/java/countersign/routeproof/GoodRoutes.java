package countersign.routeproof;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the shipped routes that an integrator may make. */
final class GoodRoutes {
  /**
   * One legitimate set.
   *
   * @param name what was changed
   * @param routes the changed files
   * @param partners the partners of the configuration
   */
  record Good(String name, RouteFiles routes, List<String> partners) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String SECOND =
      """
      - templatedRoute: { routeTemplateRef: partner-inbox, routeId: inbox-usda, parameters: [{ name: partner, value: usda }] }
      - templatedRoute: { routeTemplateRef: partner-outbox, routeId: outbox-usda, parameters: [{ name: partner, value: usda }] }
      """;

  private GoodRoutes() {}

  static List<Good> all() {
    List<Good> all = new ArrayList<>();
    renamed(all);
    added(all);
    options(all);
    files(all);
    all.add(
        new Good(
            "a second partner",
            new RouteFiles().append("partners", SECOND),
            List.of("dhs-ice", "usda")));
    all.add(
        new Good(
            "a second partner in a file of its own",
            new RouteFiles().add("usda.camel.yaml", SECOND),
            List.of("dhs-ice", "usda")));
    return all;
  }

  private static void good(List<Good> all, String name, RouteFiles routes) {
    all.add(new Good(name, routes, List.of("dhs-ice")));
  }

  private static void renamed(List<Good> all) {
    for (String id :
        List.of(
            "arrival",
            "intake",
            "repeats",
            "receipts",
            "judging",
            "acknowledging",
            "lookup",
            "addresses",
            "releasing",
            "sealing",
            "delivering",
            "dead-letters")) {
      good(
          all,
          "the route " + id + " with another id",
          new RouteFiles()
              .change("pipeline", entries -> RouteFiles.route(entries, id).put("id", "my-" + id)));
    }
    for (String[] names :
        new String[][] {
          {"direct:arrived", "direct:came-in"},
          {"routeId: inbox-dhs-ice", "routeId: ice-in"},
          {"routeId: outbox-dhs-ice", "routeId: ice-out"},
          {"partner-inbox", "agency-inbox"},
          {"partner-outbox", "agency-outbox"},
          {"refuse-hold-retry", "our-failures"},
          {"same-bytes", "at-upload"},
          {"id: match", "id: compare"},
          {"id: forget", "id: forget-all"}
        }) {
      RouteFiles files = new RouteFiles();
      files.texts().replaceAll((file, text) -> text.replace(names[0], names[1]));
      good(all, names[0] + " is now " + names[1], files);
    }
    RouteFiles prefixed = new RouteFiles();
    prefixed
        .texts()
        .replaceAll(
            (file, text) ->
                text.replace("direct:${body.kindWord}", "direct:take-${body.kindWord}")
                    .replace("direct:request", "direct:take-request")
                    .replace("direct:known", "direct:take-known")
                    .replace("direct:receipt", "direct:take-receipt")
                    .replace("direct:outbox-", "direct:to-"));
    good(all, "other names of the direct routes", prefixed);
  }

  private static void added(List<Good> all) {
    for (String step :
        List.of(
            "log: 'at ${exchangeId} of ${routeId}'",
            "log: { message: 'at ${date:now:yyyy-MM-dd HH:mm}', loggingLevel: DEBUG, logName: my.log }",
            "delay: { expression: { constant: { expression: '10' } } }",
            "throttle: { expression: { constant: { expression: '5' } }, timePeriodMillis: 1000 }",
            "setVariable: { name: began, simple: '${date:now:HH:mm:ss}' }",
            "filter: { expression: { simple: { expression: \"${routeId} == 'x'\" } }, steps: [ { log: found } ] }",
            "choice: { when: [ { simple: \"${routeId} contains 'x'\", steps: [ { log: a } ] } ], otherwise: { steps: [ { log: b } ] } }")) {
      for (String route : List.of("arrival", "lookup", "delivering", "sealing", "partner-outbox")) {
        good(all, route + " with " + step, with(route, 1, step));
      }
    }
    good(all, "a log of the slice's id", with("lookup", 0, "log: 'slice ${body}'"));
    good(
        all,
        "a filter on the slice's id",
        with(
            "lookup",
            0,
            "filter: { simple: \"${body} contains '_T_'\", steps: [ { log: test } ] }"));
    good(
        all,
        "a log of the file's id",
        with("arrival", 2, "log: 'file ${variable.file} of ${body.partner}'"));
    good(
        all,
        "a log of the sealed file's name",
        with("delivering", 1, "log: 'up goes ${body.name}, ${body.size}'"));
    good(
        all,
        "a header from an id",
        with("releasing", 0, "setHeader: { name: group, simple: '${body}' }"));
    good(all, "a group of steps", grouped());
    good(
        all,
        "one more branch that parks",
        new RouteFiles()
            .replace(
                "errors",
                "exception: [java.lang.Exception]",
                "exception: [java.io.IOException, java.lang.Exception]"));
  }

  private static RouteFiles with(String route, int at, String step) {
    return new RouteFiles()
        .change(
            RouteFiles.fileOf(route),
            entries ->
                RouteFiles.steps(RouteFiles.route(entries, route))
                    .insert(at, RouteFiles.yaml("{ " + step + " }")));
  }

  private static RouteFiles grouped() {
    return new RouteFiles()
        .change(
            "pipeline",
            entries -> {
              ArrayNode steps = RouteFiles.steps(RouteFiles.route(entries, "lookup"));
              ObjectNode group = RouteFiles.YAML.createObjectNode();
              group.putObject("step").put("id", "whole").set("steps", steps.deepCopy());
              steps.removeAll().add(group);
            });
  }

  private static void options(List<Good> all) {
    for (String[] change :
        new String[][] {
          {"delay: \"{{countersign.inbox-poll-millis}}\"", "delay: 5000"},
          {"delay: \"{{countersign.inbox-poll-millis}}\"", "delay: 30s"},
          {"delay: \"{{countersign.inbox-poll-millis}}\"", "delay: 1h"},
          {
            "maxMessagesPerPoll: 10",
            "maxMessagesPerPoll: 10\n          scheduler: spring\n          scheduler.cron: \"0 */10 6-18 * * MON-FRI\""
          },
          {"maxMessagesPerPoll: 10", "maxMessagesPerPoll: 10\n          sortBy: file:name"},
          {
            "maxMessagesPerPoll: 10",
            "maxMessagesPerPoll: 10\n          sortBy: reverse:file:modified"
          },
          {"maxMessagesPerPoll: 10", "maxMessagesPerPoll: 50"},
          {"serverAliveInterval: 15000", "serverAliveInterval: 5000"},
          {"connectTimeout: \"{{countersign.sftp-connect-millis}}\"", "connectTimeout: 20000"},
          {"soTimeout: \"{{countersign.sftp-read-millis}}\"", "soTimeout: 90000"},
          {".${file:onlyname}.part", ".up-${file:onlyname}.tmp"},
          {"disconnect: false", "disconnect: true"},
          {"disconnect: false", "disconnect: false\n                chmod: \"0640\""},
          {"maxMessagesPerPoll: 10", "maxMessagesPerPoll: 10\n          compression: 3"},
          {
            "useUserKnownHostsFile: false\n          strict",
            "useUserKnownHostsFile: false\n          serverHostKeys: ssh-ed25519,rsa-sha2-512\n          strict"
          },
          {"strictHostKeyChecking: \"yes\"", "strictHostKeyChecking: 'yes'"}
        }) {
      good(
          all,
          "the option " + change[1].replaceAll("\\s+", " "),
          new RouteFiles().replace("partners", change[0], change[1]));
    }
    good(
        all,
        "more consumers",
        new RouteFiles()
            .replace("pipeline", "{{countersign.consumers.lookup}}", "4")
            .replace(
                "pipeline",
                "uri: activemq6:queue:seal\n",
                "uri: activemq6:queue:seal\n      parameters: { concurrentConsumers: 2 }\n"));
  }

  private static void files(List<Good> all) {
    RouteFiles renamed = new RouteFiles();
    List.copyOf(renamed.texts().keySet())
        .forEach(file -> renamed.texts().put("my-" + file, renamed.texts().remove(file)));
    good(all, "other file names", renamed);
    RouteFiles one = new RouteFiles();
    String together = String.join("", one.texts().values());
    one.texts().clear();
    good(all, "one file", one.add("all.yaml", together));
    RouteFiles many = new RouteFiles();
    int[] number = {0};
    ArrayNode entries =
        (ArrayNode) RouteFiles.yaml(many.texts().getOrDefault("pipeline.camel.yaml", ""));
    many.remove("pipeline");
    entries.forEach(
        entry ->
            many.add(
                "sub/route-%d.camel.yaml".formatted(number[0]++),
                RouteFiles.YAML.writeValueAsString(List.of(entry))));
    good(all, "one file for each route", many);
    RouteFiles plain = new RouteFiles();
    List.copyOf(plain.texts().keySet())
        .forEach(
            file ->
                plain.add(
                    file,
                    RouteFiles.YAML.writeValueAsString(
                        RouteFiles.yaml(plain.texts().getOrDefault(file, "")))));
    good(all, "other spacing, without comments", plain);
  }
}
