package countersign.routeproof;

import countersign.routeproof.BadRoutes.Bad;
import java.util.List;

/** Bad sets that are made of text: starts of their own, error handlers, and YAML that hides. */
final class BadTexts {
  private BadTexts() {}

  static void addTo(List<Bad> all) {
    starts(all);
    handlers(all);
    entries(all);
    yaml(all);
    partners(all);
    all.add(
        new Bad(
            "the tap of the issue",
            new RouteFiles()
                .replace(
                    "pipeline",
                    "        - bean: { id: redact,",
                    "        - wireTap: { uri: direct:tap }\n        - bean: { id: redact,")
                .append(
                    "pipeline",
                    """

                    - route:
                        id: tap
                        routeConfigurationId: stop
                        from:
                          uri: direct:tap
                          steps:
                            - setBody: { expression: { simple: { expression: "${body.matches[0].request.subject}" } } }
                            - setHeader: { name: CamelFileName, expression: { constant: { expression: tap } } }
                            - to: direct:outbox-dhs-ice
                    """),
            "wireTap.*redact"));
  }

  private static void starts(List<Bad> all) {
    for (String uri :
        List.of(
            "timer:t",
            "scheduler:t",
            "quartz:t",
            "cron:t",
            "sql:select 1",
            "jdbc:x",
            "bean:vault",
            "file:in",
            "ftp://x",
            "seda:x",
            "rest:get:x",
            "http://x",
            "jetty:http://x",
            "netty-http:x",
            "platform-http:/x",
            "dataset:x",
            "activemq6:queue:x",
            "activemq6:queue:endorse",
            "activemq6:topic:x",
            "sftp://{{partner.dhs-ice.user}}@{{partner.dhs-ice.host}}:{{partner.dhs-ice.port}}/outbox")) {
      for (String step :
          List.of(
              "to: 'direct:outbox-dhs-ice'",
              "log: tick",
              "bean: { ref: jdbcFindAddresses, method: find }")) {
        all.add(
            new Bad(
                "a route from %s with %s".formatted(uri, step),
                new RouteFiles().append("pipeline", route("own", uri, step)),
                uri.startsWith("sftp") ? "route own" : uri.replaceAll("[:?].*", "")));
      }
    }
    all.add(
        new Bad(
            "a second route on the look-up queue",
            new RouteFiles().append("pipeline", route("own", "activemq6:queue:lookup", "log: x")),
            "lookup"));
    all.add(
        new Bad(
            "a route that calls itself",
            new RouteFiles()
                .replace(
                    "pipeline",
                    "- bean: { id: open,",
                    "- to: direct:request\n        - bean: { id: open,"),
            "again and again"));
  }

  private static String route(String id, String uri, String step) {
    return """

        - route:
            id: %s
            routeConfigurationId: refuse-hold-retry
            from:
              uri: "%s"
              steps:
                - %s
        """
        .formatted(id, uri, step);
  }

  private static void handlers(List<Bad> all) {
    for (String handler :
        List.of(
            "deadLetterChannel: { deadLetterUri: 'file:dead' }",
            "defaultErrorHandler: { logExhaustedMessageBody: true }",
            "defaultErrorHandler: {}",
            "jtaTransactionErrorHandler: {}",
            "refErrorHandler: { ref: x }",
            "springTransactionErrorHandler: {}")) {
      String kind = handler.replaceAll(":.*", "");
      all.add(
          new Bad(
              "the configuration stop with " + handler,
              new RouteFiles().replace("errors", "noErrorHandler: {}", handler),
              kind));
      all.add(
          new Bad(
              "the outbox with " + handler,
              new RouteFiles().replace("partners", "noErrorHandler: {}", handler),
              kind));
    }
    for (String more :
        List.of(
            "redeliveryPolicy: { logExhaustedMessageBody: true }",
            "useOriginalMessage: true",
            "onWhen: { simple: x }",
            "retryWhile: { simple: x }",
            "onRedeliveryRef: x",
            "onExceptionOccurredRef: x")) {
      all.add(
          new Bad(
              "a branch with " + more,
              new RouteFiles()
                  .replace(
                      "errors",
                      "exception: [countersign.request.Held],",
                      "exception: [countersign.request.Held], " + more + ","),
              more.replaceAll(":.*", "")));
    }
    for (String more :
        List.of(
            "onCompletion: []",
            "intercept: []",
            "interceptFrom: []",
            "interceptSendToEndpoint: []")) {
      all.add(
          new Bad(
              "the configuration stop with " + more,
              new RouteFiles().replace("errors", "id: stop", "id: stop\n    " + more),
              more.replaceAll(":.*", "")));
    }
    all.add(
        new Bad(
            "the outbox parks failures",
            new RouteFiles()
                .replace(
                    "partners",
                    "errorHandler: { noErrorHandler: {} }",
                    "routeConfigurationId: refuse-hold-retry"),
            "noErrorHandler"));
    for (String ids :
        List.of("stop", "refuse-hold-retry,stop", "unknown", "refuse*", "same-bytes")) {
      all.add(
          new Bad(
              "the look-up with the configurations " + ids,
              new RouteFiles()
                  .replace(
                      "pipeline",
                      "two reviewers, or no disclosure\n    routeConfigurationId: refuse-hold-retry",
                      "two reviewers, or no disclosure\n    routeConfigurationId: " + ids),
              "lookup|" + ids.replace("*", "\\*")));
    }
  }

  private static void entries(List<Bad> all) {
    for (String entry :
        List.of(
            "beans: [ { name: x, type: java.lang.Object } ]",
            "bean: { name: x, type: java.lang.Object }",
            "rest: { get: [ { path: /x, to: 'direct:arrived' } ] }",
            "restConfiguration: { component: netty-http }",
            "from: { uri: 'timer:x', steps: [] }",
            "intercept: { steps: [] }",
            "interceptFrom: { steps: [] }",
            "interceptSendToEndpoint: { uri: '*', steps: [] }",
            "onException: { exception: [java.lang.Exception], steps: [] }",
            "onCompletion: { steps: [] }",
            "errorHandler: { deadLetterChannel: { deadLetterUri: 'file:x' } }",
            "dataFormats: {}",
            "kamelet: {}",
            "pipe: {}",
            "customLoadBalancer: {}",
            "routes: []",
            "route-template: {}")) {
      all.add(
          new Bad(
              "the entry " + entry,
              new RouteFiles().append("pipeline", "- " + entry + "\n"),
              entry.replaceAll(":.*", "")));
    }
    all.add(
        new Bad(
            "a template with beans",
            new RouteFiles()
                .replace(
                    "partners",
                    "    id: partner-inbox\n",
                    "    id: partner-inbox\n    beans: [ { name: x, type: java.lang.Object } ]\n"),
            "beans"));
  }

  private static void yaml(List<Bad> all) {
    String slice = "- bean: { id: load, ref: intake, method: load }";
    for (String[] trick :
        new String[][] {
          {"- &a bean: { id: load, ref: intake, method: load }", "anchors"},
          {"- bean: &b { id: load, ref: intake, method: load }", "anchors"},
          {"- bean: { id: load, ref: !!str intake, method: load }", "tags"},
          {"- bean: { id: load, <<: { ref: intake }, method: load }", "merge"},
          {"- bean: { id: load, ref: intake, ref: vault, method: load }", "twice"},
          {
            "- bean: { id: load, ref: intake, method: load }\n          wireTap: { uri: x }",
            "wireTap"
          },
          {"- bean: { id: load, ref: intake, method: load", "YAML"},
          {"- bean: { id: load, ref: intake, metod: load }", "metod"},
          {
            "- bean:\n          id: load\n          ref: intake\n          method: load",
            "load|bean|id"
          },
          {"- [ { bean: { id: load } } ]", "keys"},
          {"- bean", "keys"}
        }) {
      all.add(
          new Bad(
              "the step " + trick[0],
              new RouteFiles().replace("pipeline", slice, trick[0]),
              trick[1]));
    }
    all.add(
        new Bad(
            "two documents",
            new RouteFiles().append("pipeline", "---\n- route: {}\n"),
            "documents"));
    all.add(
        new Bad("a mapping", new RouteFiles().add("x.camel.yaml", "kind: Integration\n"), "list"));
  }

  private static void partners(List<Bad> all) {
    all.add(
        new Bad(
            "routes for a partner that the configuration does not have",
            new RouteFiles()
                .append(
                    "partners",
                    "- templatedRoute: { routeTemplateRef: partner-inbox, routeId: inbox-x, parameters: [{ name: partner, value: x }] }\n"),
            "partner x"));
    for (String value : List.of("'a}}{{b'", "'dhs-ice/../x'", "'${body}'", "'RAW(x)'", "'{{x}}'")) {
      all.add(
          new Bad(
              "a parameter " + value,
              new RouteFiles()
                  .replace(
                      "partners",
                      "routeId: outbox-dhs-ice, parameters: [{ name: partner, value: dhs-ice }]",
                      "routeId: outbox-dhs-ice, parameters: [{ name: partner, value: "
                          + value
                          + " }]"),
              "parameter"));
    }
    for (String route : List.of("inbox", "outbox")) {
      String line =
          "- templatedRoute: { routeTemplateRef: partner-%s, routeId: %s-dhs-ice, parameters: [{ name: partner, value: dhs-ice }] }\n"
              .formatted(route, route);
      all.add(
          new Bad(
              "no %s route of the partner".formatted(route),
              new RouteFiles().replace("partners", line, ""),
              route));
      all.add(
          new Bad(
              "the %s route of the partner twice".formatted(route),
              new RouteFiles().append("partners", line),
              "two routes|both begin"));
      all.add(
          new Bad(
              "the %s route with a bean".formatted(route),
              new RouteFiles()
                  .append("partners", line.replace("parameters:", "beans: [], parameters:")),
              "beans"));
    }
  }
}
