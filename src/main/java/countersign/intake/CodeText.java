package countersign.intake;

import countersign.request.FileDetail;
import countersign.request.ReasonCode;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored forms of reason codes and of the details of a refusal. */
final class CodeText {
  private CodeText() {}

  /** Each code once, sorted by name. */
  static String[] names(Collection<ReasonCode> codes) {
    return codes.stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
  }

  /** Each code once, sorted by name, separated by spaces; for the ledger. */
  static String joined(Collection<ReasonCode> codes) {
    return String.join(" ", names(codes));
  }

  /** {@code fileDetails} of the acknowledgement. */
  static String json(List<FileDetail> details) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (FileDetail detail : details) {
      ObjectNode one = all.addObject();
      one.put("code", detail.code().name()).put("detail", detail.detail().name());
      if (detail.line() != null) {
        one.put("line", detail.line());
      }
    }
    return all.toString();
  }
}
