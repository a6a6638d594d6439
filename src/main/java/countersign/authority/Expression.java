package countersign.authority;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A boolean CEL expression over {@link ConditionField}s, checked and compiled once. It reads values
 * only, calls nothing outside, and its loops stop after a thousand steps, so its cost is bounded by
 * its text and the request. Immutable, thread-safe.
 *
 * @see <a href="https://cel.dev">Common Expression Language</a>
 */
public final class Expression {
  private static final int MAX_CHARACTERS = 2000;
  private static final int MAX_NESTING = 50;
  private static final int MAX_STEPS = 1000;
  private static final int MAX_PATTERN = 1000;
  private static final String ABSENT = "undeclared reference to";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9.]*");

  private static final CelOptions BOUNDS =
      CelOptions.current()
          .comprehensionMaxIterations(MAX_STEPS)
          .maxExpressionCodePointSize(MAX_CHARACTERS)
          .maxParseRecursionDepth(MAX_NESTING)
          .maxRegexProgramSize(MAX_PATTERN)
          .build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(BOUNDS).build();

  private final String text;
  private final List<ConditionField> fields;
  private final CelRuntime.Program program;

  private Expression(String text, List<ConditionField> fields, CelRuntime.Program program) {
    this.text = text;
    this.fields = List.copyOf(fields);
    this.program = program;
  }

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException if the text has {@link #faults}
   */
  public static Expression of(String text) {
    try {
      CelAbstractSyntaxTree tree = COMPILER.compile(text).getAst();
      if (!tree.getResultType().equals(SimpleType.BOOL)) {
        throw new IllegalArgumentException("A condition is not true or false: " + text);
      }
      List<ConditionField> fields =
          tree.getReferenceMap().values().stream()
              .map(CelReference::name)
              .flatMap(name -> ConditionField.of(name).stream())
              .distinct()
              .sorted()
              .toList();
      return new Expression(text, fields, RUNTIME.createProgram(tree));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException("A condition cannot be compiled: " + text, e);
    }
  }

  /** Describes every error of a text, in the order of the text; empty if it compiles. */
  public static List<String> faults(String text) {
    CelValidationResult result = COMPILER.compile(text);
    if (result.hasError()) {
      return result.getErrors().stream().map(issue -> words(text, issue)).toList();
    }
    try {
      of(text);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("a value that may be something other than true or false");
    }
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(BOUNDS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    for (ConditionField field : ConditionField.values()) {
      builder.addVar(field.named(), type(field.kind()));
    }
    return builder.build();
  }

  private static CelType type(ConditionField.ValueType kind) {
    return switch (kind) {
      case TEXT -> SimpleType.STRING;
      case FLAG -> SimpleType.BOOL;
      case TEXTS -> ListType.create(SimpleType.STRING);
      case FACTS -> MapType.create(SimpleType.STRING, SimpleType.STRING);
    };
  }

  private static String words(String text, CelIssue issue) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    if (line < 1) {
      return issue.getMessage();
    }
    String message = issue.getMessage().replace(" (in container '')", "");
    Matcher name = NAME.matcher(text.lines().skip(line - 1L).findFirst().orElse(""));
    if (message.startsWith(ABSENT) && name.find(column) && name.start() == column) {
      message = "'" + name.group() + "', which is no field of a request";
    }
    return "%s (line %d, column %d)".formatted(message, line, column + 1);
  }

  /** The fields that the expression reads, in their order. */
  public List<ConditionField> fields() {
    return fields;
  }

  /**
   * Evaluates the expression for a request; empty if there is no result because a field that
   * matters is missing, a value has the wrong type, or the evaluation takes too many steps.
   *
   * @param request value of a field: a text, a Boolean, a list of texts or a map of texts; empty if
   *     it is missing
   */
  public Optional<Boolean> of(Function<ConditionField, Optional<Object>> request) {
    CelVariableResolver values =
        name ->
            fields.stream()
                .filter(field -> field.named().equals(name))
                .findFirst()
                .flatMap(request);
    try {
      return program.eval(values) instanceof Boolean value ? Optional.of(value) : Optional.empty();
    } catch (CelEvaluationException e) {
      return Optional.empty(); // its cause may quote a value of the request
    }
  }

  /** The text from which it was compiled. */
  @Override
  public String toString() {
    return text;
  }
}
