package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Environment;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule names exactly the fields that it looks at. The test changes every field of several valid
 * and invalid requests in turn: only rules that name the field may change their result.
 */
class NamedFieldsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final RequestContext CONTEXT =
      PolicyFixtures.context(Environment.T, PolicyFixtures.NOW);

  private static final List<JsonNode> VALUES =
      List.of(
          NullNode.instance,
          JSON.getNodeFactory().stringNode(""),
          JSON.getNodeFactory().stringNode("UNKNOWN"),
          JSON.getNodeFactory().stringNode("1"),
          JSON.getNodeFactory().stringNode("Another Thing 5"),
          JSON.getNodeFactory().stringNode("2031-01-01"),
          JSON.getNodeFactory().stringNode("2026-11-23"),
          JSON.getNodeFactory().stringNode("PENDING"),
          JSON.getNodeFactory().stringNode("DECIDED"),
          JSON.getNodeFactory().stringNode("8 USC 1253(a)(1)(B)"),
          JSON.getNodeFactory().stringNode("8 USC 1231"),
          JSON.getNodeFactory().stringNode("CIVIL"),
          JSON.getNodeFactory().stringNode("OFF-0501"),
          JSON.getNodeFactory().stringNode("123456789"),
          JSON.getNodeFactory().stringNode("IL"),
          JSON.getNodeFactory().booleanNode(true),
          JSON.getNodeFactory().booleanNode(false));

  /** Requests in the state before one of their fields is changed. */
  private static List<Request> requests() {
    List<Consumer<RequestDraft>> spoilt =
        List.of(
            draft -> {},
            draft -> draft.statute = "8 USC 1253(a)(1)(B)",
            draft -> draft.tin = null,
            draft -> draft.birthDate = null,
            draft -> draft.tin = new Request.Tin("SSN", "123456789"),
            draft ->
                draft.address = new Request.Address("Austin TX 78701", "", "Austin", "TX", "78701"),
            draft -> draft.administrativeFinalOn = "2026-11-01",
            draft -> {
              draft.judicialReview = "DECIDED";
              draft.courtFinalOn = "2026-03-01";
            },
            draft -> draft.address = new Request.Address("", "", "Austin", "TX", "78701"),
            draft -> draft.address = new Request.Address("78701", "", "Austin", "TX", "78701"),
            draft -> draft.address = new Request.Address("PO Box 5", "", "Austin", "TX", "78701"),
            draft -> draft.reason = "For removal");
    return spoilt.stream()
        .map(
            spoil -> {
              RequestDraft draft = new RequestDraft();
              spoil.accept(draft);
              return draft.build();
            })
        .toList();
  }

  private static Stream<Rule<Request, RequestContext>> rules() {
    return RequestRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_over_a_request_looks_at_the_fields_it_names_and_at_no_other(
      Rule<Request, RequestContext> rule) throws JacksonException {
    Set<String> seen = new TreeSet<>();
    for (Request request : requests()) {
      JsonNode tree = JSON.valueToTree(request);
      for (String path : paths(tree, "")) {
        for (JsonNode value : VALUES) {
          Request changed = changed(tree, path, value);
          if (changed != null
              && !rule.objectTo(changed, CONTEXT).equals(rule.objectTo(request, CONTEXT))) {
            seen.add(published(path));
          }
        }
      }
      if (!rule.objectTo(with(tree, 9), CONTEXT).equals(rule.objectTo(request, CONTEXT))) {
        seen.add("officers");
      }
    }
    assertThat(seen).as(rule.id()).isEqualTo(new TreeSet<>(rule.fields()));
  }

  @Test
  void every_rule_names_a_field_and_no_two_rules_about_a_request_share_a_code() {
    List<Enum<?>> codes = new ArrayList<>();
    for (Rule<Request, RequestContext> rule : RequestRules.all()) {
      assertThat(rule.fields()).as(rule.id()).isNotEmpty().doesNotHaveDuplicates();
      codes.addAll(rule.codes());
    }
    assertThat(codes).doesNotHaveDuplicates();
  }

  @Test
  void rules_about_a_header_name_existing_fields() {
    JsonNode header =
        JSON.valueToTree(
            new RequestHeader(
                "",
                "",
                "",
                "",
                "",
                1L,
                "",
                new RequestHeader.Requester("", "", ""),
                new RequestHeader.Attestation("", "", ""),
                "",
                new RequestHeader.Resubmission("", "")));
    List<String> known = paths(header, "");
    for (Rule<RequestHeader, HeaderContext> rule : HeaderRules.all()) {
      assertThat(known).as(rule.id()).containsAll(rule.fields());
    }
  }

  private static List<String> paths(JsonNode tree, String at) {
    List<String> paths = new ArrayList<>();
    tree.properties()
        .forEach(
            field -> {
              String path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject() && !field.getKey().equals("facts")) {
                paths.addAll(paths(value, path));
              } else if (value.isArray() && value.path(0).isObject()) {
                paths.addAll(paths(value.get(0), path + "[]"));
              } else {
                paths.add(path);
              }
            });
    return paths;
  }

  /** The changed request; null if a field of that type cannot have the value. */
  private static Request changed(JsonNode tree, String path, JsonNode value) {
    ObjectNode copy = (ObjectNode) tree.deepCopy();
    String[] steps = path.split("\\.", -1);
    JsonNode parent = copy;
    for (int i = 0; i < steps.length - 1; i++) {
      parent =
          steps[i].endsWith("[]")
              ? parent.get(steps[i].replace("[]", "")).get(0)
              : parent.get(steps[i]);
    }
    String last = steps[steps.length - 1];
    JsonNode old = parent.get(last);
    JsonNode put = value;
    if (old.isArray()) {
      ArrayNode list = JSON.createArrayNode();
      put = value.isString() ? list.add(value) : list;
    } else if (old.isObject()) {
      put =
          JSON.createObjectNode()
              .put("travelDocumentRequestedOn", value.asString("x"))
              .put("travelDocumentRefusal", value.asString("x"));
    }
    ((ObjectNode) parent).set(last, put);
    try {
      return JSON.treeToValue(copy, Request.class);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Request with(JsonNode tree, int officers) throws JacksonException {
    ObjectNode copy = (ObjectNode) tree.deepCopy();
    ArrayNode list = copy.putArray("officers");
    for (int i = 0; i < officers; i++) {
      list.add(tree.get("officers").get(0));
    }
    return JSON.treeToValue(copy, Request.class);
  }

  private static String published(String path) {
    return path.replace("caseReference.", "case.");
  }
}
