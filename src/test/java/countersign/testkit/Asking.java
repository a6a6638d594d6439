package countersign.testkit;

import countersign.request.Request;
import tools.jackson.databind.node.ObjectNode;

/** A good request, changed field by field. */
public final class Asking {
  private final ObjectNode tree;

  private Asking(ObjectNode tree) {
    this.tree = tree;
  }

  /** A request about the person and the case of this number, for an officer of its own. */
  public static Asking about(int number) {
    return new Asking(SyntheticRequest.numbered(number)).officers("OFF-1%06d".formatted(number));
  }

  /** Sets the request id by its number in the file. */
  public Asking as(int requestNumber) {
    tree.put("requestId", "R-%06d".formatted(requestNumber));
    return this;
  }

  /** Sets a field of the subject. */
  public Asking subject(String field, String value) {
    tree.withObject("/subject").put(field, value);
    return this;
  }

  /** Sets the taxpayer number. */
  public Asking tin(String value) {
    tree.withObject("/subject/tin").put("value", value);
    return this;
  }

  /** Removes the taxpayer number. */
  public Asking withoutTin() {
    tree.withObject("/subject").remove("tin");
    return this;
  }

  /** Sets both lines of the address. */
  public Asking address(String line1, String line2) {
    tree.withObject("/address").put("line1", line1).put("line2", line2);
    return this;
  }

  /** Sets the number of the case. */
  public Asking caseNumber(String number) {
    tree.withObject("/case").put("number", number);
    return this;
  }

  /** Sets the reason. */
  public Asking reason(String reason) {
    tree.put("reason", reason);
    return this;
  }

  /** Removes a field. */
  public Asking without(String field) {
    tree.remove(field);
    return this;
  }

  /** Sets what was cured since a rejected file. */
  public Asking cured(String what) {
    tree.put("cured", what);
    return this;
  }

  /** Sets the officers, by their ids only. */
  public Asking officers(String... ids) {
    tree.putArray("officers");
    for (String id : ids) {
      tree.withArray("/officers").addObject().put("officerId", id);
    }
    return this;
  }

  /** The line of the file. */
  public String line() {
    return tree.toString();
  }

  /** The request as the gateway reads it. */
  public Request request() {
    return SyntheticRequest.read(tree);
  }
}
