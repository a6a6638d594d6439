package countersign.intake;

import countersign.profile.Fields;
import countersign.profile.LineFault;
import countersign.profile.RecordMapper;
import countersign.profile.RequestJson;
import countersign.request.Request;
import countersign.testkit.RequestFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A good request, changed field by field. */
final class Asking {
  private final ObjectNode tree;

  private Asking(ObjectNode tree) {
    this.tree = tree;
  }

  /** About somebody of that number, in a case of that number, for an officer of its own. */
  static Asking about(int number) {
    ObjectNode tree = (ObjectNode) parsed(RequestFile.request(number));
    return new Asking(tree).officers("OFF-1%06d".formatted(number));
  }

  private static JsonNode parsed(String line) {
    try {
      return RequestJson.parse(line);
    } catch (LineFault e) {
      throw new IllegalArgumentException("The test's request is none", e);
    }
  }

  Asking as(int requestNumber) {
    tree.put("requestId", "R-%06d".formatted(requestNumber));
    return this;
  }

  Asking subject(String field, String value) {
    tree.withObject("/subject").put(field, value);
    return this;
  }

  Asking tin(String value) {
    tree.withObject("/subject/tin").put("value", value);
    return this;
  }

  Asking withoutTin() {
    tree.withObject("/subject").remove("tin");
    return this;
  }

  Asking address(String line1, String line2) {
    tree.withObject("/address").put("line1", line1).put("line2", line2);
    return this;
  }

  Asking caseNumber(String number) {
    tree.withObject("/case").put("number", number);
    return this;
  }

  Asking reason(String reason) {
    tree.put("reason", reason);
    return this;
  }

  Asking without(String field) {
    tree.remove(field);
    return this;
  }

  Asking cured(String what) {
    tree.put("cured", what);
    return this;
  }

  Asking officers(String... ids) {
    tree.putArray("officers");
    for (String id : ids) {
      tree.withArray("/officers").addObject().put("officerId", id);
    }
    return this;
  }

  String line() {
    return tree.toString();
  }

  Request request() {
    try {
      return RecordMapper.request(tree, new Fields.Shape());
    } catch (LineFault e) {
      throw new IllegalStateException("The test's request is none", e);
    }
  }
}
