package countersign.configuration;

import java.util.List;

/**
 * Checks whether an agreement's condition can be evaluated. The component that understands CEL
 * implements it.
 */
@FunctionalInterface
public interface ExpressionCheck {

  /**
   * Describes every error in the expression, in the order of its text; empty if it has none.
   *
   * @param expression as written in the document
   */
  List<String> faults(String expression);
}
