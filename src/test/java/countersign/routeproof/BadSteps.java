package countersign.routeproof;

import java.util.ArrayList;
import java.util.List;

/** Steps that would carry a message past the controls, as an integrator might write them. */
public final class BadSteps {
  /** Routes whose message the steps are tried on, with the number of their steps. */
  static final List<String> ROUTES =
      List.of(
          "arrival", "intake", "lookup", "addresses", "delivering", "partner-outbox", "sealing");

  private static final String OUT = "file:outbox?fileName=x";

  private BadSteps() {}

  /** Each step in YAML, with the word that the refusal must contain. */
  public static List<String[]> all() {
    List<String[]> steps = new ArrayList<>();
    for (String step :
        List.of(
            "wireTap: { uri: 'direct:tap' }",
            "wireTap: { uri: '" + OUT + "', copy: true }",
            "multicast: { steps: [ { to: 'direct:tap' } ] }",
            "split: { expression: { simple: { expression: '${body.requests}' } }, steps: [ { to: 'direct:tap' } ] }",
            "loop: { expression: { constant: { expression: '2' } }, steps: [ { to: 'direct:tap' } ] }",
            "saga: { steps: [ { to: 'direct:tap' } ] }",
            "kamelet: { name: log-sink }",
            "enrich: { expression: { constant: { expression: '" + OUT + "' } } }",
            "pollEnrich: { timeout: 1, expression: { constant: { expression: 'file:in' } } }",
            "poll: { uri: 'file:in', timeout: 1 }",
            "recipientList: { expression: { simple: { expression: '${header.to}' } } }",
            "routingSlip: { expression: { constant: { expression: 'direct:tap' } } }",
            "dynamicRouter: { expression: { simple: { expression: '${body}' } } }",
            "aggregate: { correlationExpression: { constant: { expression: '1' } }, completionSize: 2, steps: [] }",
            "resequence: { expression: { simple: { expression: '${body}' } }, steps: [] }",
            "claimCheck: { operation: Push, key: k }",
            "idempotentConsumer: { expression: { simple: { expression: '${body}' } }, idempotentRepository: '#r', steps: [] }",
            "script: { expression: { groovy: { expression: 'x' } } }",
            "process: { ref: myProcessor }",
            "transform: { expression: { simple: { expression: '${body}' } } }",
            "convertBodyTo: { type: java.lang.String }",
            "convertVariableTo: { name: sealed, type: java.lang.String }",
            "convertHeaderTo: { name: x, type: java.lang.String }",
            "marshal: { json: { library: Jackson } }",
            "unmarshal: { json: {} }",
            "validate: { expression: { simple: { expression: '${body}' } } }",
            "sort: { expression: { simple: { expression: '${body}' } } }",
            "threads: { poolSize: 2 }",
            "loadBalance: { roundRobinLoadBalancer: {}, steps: [ { to: 'direct:tap' } ] }",
            "circuitBreaker: { steps: [], onFallback: { steps: [ { to: 'direct:tap' } ] } }",
            "doTry: { steps: [ { to: 'direct:tap' } ], doCatch: [ { exception: [ java.lang.Exception ], steps: [] } ] }",
            "sample: { samplePeriod: 1000 }",
            "rollback: { markRollbackOnly: true }",
            "throwException: { exceptionType: java.lang.Exception, message: '${body}' }",
            "setProperty: { name: x, expression: { simple: { expression: '${body}' } } }",
            "setExchangePattern: InOut",
            "setHeaders: { headers: [] }",
            "setVariables: { variables: [] }",
            "removeProperties: { pattern: '*' }",
            "removeProperty: { name: x }",
            "transacted: {}",
            "policy: { ref: x }",
            "pipeline: { steps: [] }",
            "onCompletion: { steps: [ { to: 'direct:tap' } ] }",
            "intercept: { steps: [] }",
            "tokenizer: { maxTokens: 1 }",
            "langchain4jTokenizer: {}",
            "serviceCall: { name: x }",
            "resumable: {}",
            "pausable: {}",
            "when: { steps: [] }",
            "set-body: { constant: x }",
            "to-d: { uri: 'direct:tap' }",
            "wire-tap: { uri: 'direct:tap' }")) {
      steps.add(new String[] {step, step.substring(0, step.indexOf(':'))});
    }
    targets()
        .forEach(
            target -> steps.add(new String[] {"to: { uri: '" + target + "' }", scheme(target)}));
    values(steps);
    return steps;
  }

  private static String scheme(String uri) {
    return java.util.regex.Pattern.quote(uri.replaceAll(":.*", ""));
  }

  private static List<String> targets() {
    return List.of(
        OUT,
        "log:x?showAll=true",
        "mock:x",
        "seda:x",
        "stub:x",
        "vm:x",
        "disruptor:x",
        "http://example.test/x",
        "https://example.test/x",
        "ftp://user@host/x?password=RAW(x)",
        "ftps://user@host/x",
        "sftp://user@host/outbox",
        "sftp://{{partner.other.user}}@{{partner.dhs-ice.host}}:{{partner.dhs-ice.port}}/outbox",
        "jms:queue:x",
        "activemq6:queue:lookup",
        "activemq6:topic:x",
        "activemq6:queue:x",
        "exec:cat",
        "sql:select 1",
        "jdbc:dataSource",
        "bean:vault?method=file",
        "class:countersign.vault.Vault",
        "language:simple:${body}",
        "controlbus:route?routeId=lookup&action=stop",
        "dataset:x",
        "dataformat:json:marshal",
        "kamelet:log-sink",
        "rest:post:x",
        "smtp://host",
        "ref:x",
        "validator:x.xsd",
        "xslt:x.xsl",
        "xslt-saxon:x.xsl",
        "velocity:x",
        "saga:complete",
        "scheduler:x",
        "timer:x",
        "browse:x",
        "direct:find-addresses",
        "direct:${body}",
        "{{some.endpoint}}",
        "{{some.endpoint:file:out}}",
        "env:TARGET");
  }

  private static void values(List<String[]> steps) {
    for (String step :
        List.of(
            "log: { message: '${bodyAs(String)}' }",
            "log: '${body.requests[0].request.subject.tin}'",
            "log: { message: 'x', logger: '#x' }",
            "log: { message: \"x\\nERROR y\" }",
            "log: { message: 'x', logName: countersign.step }",
            "log: { message: '{{x}}' }",
            "log: { message: 'resource:file:x' }",
            "log: { message: '${bean:vault?method=x}' }",
            "log: { message: '${exception.message}' }",
            "log: { message: '$simple{body}' }",
            "log: { message: '${env.HOME}' }",
            "setHeader: { name: CamelFileName, expression: { simple: { expression: '${body.requests}' } } }",
            "setHeader: { name: CamelFileName, expression: { constant: { expression: 'x' } } }",
            "setHeader: { name: CamelOverruleFileName, expression: { constant: { expression: 'x' } } }",
            "setHeader: { name: x, expression: { groovy: { expression: 'request.body' } } }",
            "setHeader: { name: x, expression: { method: { ref: vault, method: file } } }",
            "setBody: { expression: { constant: { expression: 'x' } } }",
            "setBody: { expression: { simple: { expression: '${body}' } } }",
            "setBody: { simple: '${bodyOneLine}' }",
            "setVariable: { name: 'global:x', expression: { simple: { expression: '${exchangeId}' } } }",
            "setVariable: { name: 'route:other:x', expression: { constant: { expression: 'x' } } }",
            "setVariable: { name: file, expression: { constant: { expression: 'x' } } }",
            "setVariable: { name: sealed, expression: { constant: { expression: 'x' } } }",
            "removeHeaders: { pattern: 'a*' }",
            "removeHeaders: { pattern: '*', excludePattern: 'x' }",
            "filter: { expression: { simple: { expression: \"${body.name} == 'x'\" } }, steps: [ { wireTap: { uri: 'direct:tap' } } ] }",
            "filter: { expression: { simple: { expression: \"${exchangeId} == 'x'\" } }, steps: [ { to: 'direct:tap' } ] }",
            "choice: { when: [ { expression: { simple: { expression: \"${exchangeId} == 'x'\" } }, steps: [ { stop: {} } ] } ] }",
            "choice: { when: [], otherwise: { steps: [ { bean: { ref: delivery, method: deliver } } ] } }",
            "step: { id: inner, steps: [ { wireTap: { uri: 'direct:tap' } } ] }",
            "delay: { expression: { simple: { expression: '${body}' } } }",
            "delay: { expression: { constant: { expression: '5' } }, asyncDelayed: true }",
            "delay: { expression: { constant: { expression: '60001' } } }",
            "throttle: { expression: { constant: { expression: '1' } }, timePeriodMillis: 999999999 }",
            "throttle: { expression: { constant: { expression: '5' } }, rejectExecution: true }",
            "bean: { ref: vault, method: file }",
            "bean: { ref: dataSource, method: getConnection }",
            "bean: { ref: delivery, method: releaseDue }",
            "bean: { ref: approvals, method: endorse }",
            "bean: { beanType: countersign.records.JdbcFindAddresses, method: find }",
            "bean: { ref: intake, method: 'load(${body.file})' }",
            "bean: { ref: records, method: match, scope: Prototype }",
            "toD: { uri: '${header.x}' }",
            "toD: { uri: 'file:${body.partner}' }",
            "toD: { uri: 'direct:${body.partner}', cacheSize: -1 }",
            "stop: { disabled: true }")) {
      String kind = step.substring(0, step.indexOf(':'));
      steps.add(new String[] {step, kind});
    }
  }
}
