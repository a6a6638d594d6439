package countersign.routeproof;

import java.util.Map;
import java.util.Optional;

/** Reasons for refusals that an integrator probably meets. What is not here is refused as well. */
final class RefusedParts {
  private static final String COPY = "would carry the body past the controls";
  private static final String TARGET =
      "chooses its target from a message, so the proof cannot judge it";
  private static final String CODE = "runs code that the proof cannot judge";
  private static final String CONTENT =
      "opens the body for reading or changes it outside the controls";
  private static final String TYPE = "turns the body into another type outside the controls";
  private static final String STORE = "stores the body or a part of it outside the sealed stores";
  private static final String LOGS = "can write bodies to a log";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("wireTap", COPY),
          Map.entry("multicast", COPY),
          Map.entry("split", CONTENT),
          Map.entry("loop", COPY),
          Map.entry("saga", COPY),
          Map.entry("kamelet", COPY),
          Map.entry("onCompletion", COPY),
          Map.entry("intercept", COPY),
          Map.entry("interceptFrom", COPY),
          Map.entry("interceptSendToEndpoint", COPY),
          Map.entry("circuitBreaker", COPY),
          Map.entry("onFallback", COPY),
          Map.entry("doTry", "can hide the failure of a control"),
          Map.entry("doCatch", "can hide the failure of a control"),
          Map.entry(
              "deadLetterChannel", "would send the body of a failed step to another endpoint"),
          Map.entry("defaultErrorHandler", LOGS),
          Map.entry("redeliveryPolicy", LOGS),
          Map.entry("logExhaustedMessageBody", LOGS),
          Map.entry("trace", LOGS),
          Map.entry("messageHistory", LOGS),
          Map.entry("streamCache", "copies the body to memory or disk"),
          Map.entry("recipientList", TARGET),
          Map.entry("routingSlip", TARGET),
          Map.entry("dynamicRouter", TARGET),
          Map.entry("enrich", COPY),
          Map.entry("poll", "replaces the body with content that passed no control"),
          Map.entry("pollEnrich", "replaces the body with content that passed no control"),
          Map.entry("script", CODE),
          Map.entry("process", CODE),
          Map.entry("policy", CODE),
          Map.entry("beans", CODE),
          Map.entry("beanType", CODE),
          Map.entry("type", CODE),
          Map.entry("rest", "opens a way in that passes no control"),
          Map.entry("restConfiguration", "opens a way in that passes no control"),
          Map.entry("from", "begins a route without an id"),
          Map.entry("transform", CONTENT),
          Map.entry("convertBodyTo", TYPE),
          Map.entry("convertHeaderTo", TYPE),
          Map.entry("convertVariableTo", TYPE),
          Map.entry("marshal", TYPE),
          Map.entry("unmarshal", TYPE),
          Map.entry("dataFormats", TYPE),
          Map.entry("validate", CONTENT),
          Map.entry("sort", CONTENT),
          Map.entry("tokenizer", CONTENT),
          Map.entry("aggregate", STORE),
          Map.entry("resequence", STORE),
          Map.entry("claimCheck", STORE),
          Map.entry("idempotentConsumer", STORE),
          Map.entry("sample", "drops messages before their controls"),
          Map.entry("rollback", "ends the path before its controls"),
          Map.entry("throwException", "ends the path before its controls"),
          Map.entry("threads", "leaves the thread that the controls commit in"),
          Map.entry("loadBalance", COPY),
          Map.entry("transferException", "would send exceptions as objects"),
          Map.entry("allowSerializedHeaders", "would send headers as objects"),
          Map.entry("jmsMessageType", "would send the body as an object"),
          Map.entry("disabled", "switches a step off"),
          Map.entry("autoStartup", "switches a route off"),
          Map.entry("precondition", "switches a route off"));

  private RefusedParts() {}

  static Optional<String> of(String word) {
    return Optional.ofNullable(REASONS.get(word));
  }
}
