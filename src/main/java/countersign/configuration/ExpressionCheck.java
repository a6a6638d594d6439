package countersign.configuration;

import java.util.List;

/** Whether a condition that an agreement adds can be judged at all; who reads CEL says so. */
@FunctionalInterface
public interface ExpressionCheck {

  /**
   * What is wrong with an expression, in words, in the order of its text; empty if nothing is.
   *
   * @param expression as it stands in the document
   */
  List<String> faults(String expression);
}
