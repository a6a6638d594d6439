package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to a message when a step throws an exception.
 *
 * @param exception class of the exception
 * @param ref bean that stores the failure
 * @param method its method
 * @param continued whether the route goes on; otherwise the failure is handled
 */
record ErrorBranch(String exception, String ref, String method, boolean continued) {
  static final List<ErrorBranch> ALWAYS =
      List.of(
          ours("countersign.request.Refused", "refuse"),
          ours("countersign.request.Held", "hold"),
          ours("countersign.request.Unavailable", "later"),
          ours("countersign.lifecycle.UnexpectedState", "overtaken"),
          ours("java.lang.Exception", "park"));

  static final List<ErrorBranch> AT_UPLOAD =
      List.of(
          new ErrorBranch(
              "countersign.sealing.SealedBytesChanged", "outboxConflictHandler", "changed", false),
          new ErrorBranch(
              "org.apache.camel.component.file.GenericFileOperationFailedException",
              "outboxConflictHandler",
              "settle",
              true));

  private static final Pattern CLASS_NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[A-Za-z0-9_$]+)+");

  private static ErrorBranch ours(String exception, String method) {
    return new ErrorBranch(exception, "routeErrorHandler", method, false);
  }

  private static List<ErrorBranch> all() {
    return Stream.concat(ALWAYS.stream(), AT_UPLOAD.stream()).toList();
  }

  String shown() {
    return "onException %s -> %s.%s".formatted(exception, ref, method);
  }

  private String whole() {
    return "%s, %s".formatted(shown(), continued ? "continued" : "handled");
  }

  /** Refuses a branch that is none of the known ones and does not park. */
  void assertKnown(Place place) {
    if (!all().contains(this) && !parks()) {
      Optional<ErrorBranch> near = nearest();
      throw Refusal.at(
          place,
          "%s is not a way of handling a failure that the proof knows".formatted(shown()),
          "one of " + all().stream().map(ErrorBranch::whole).collect(Collectors.joining("; ")),
          near.map(ErrorBranch::shown).orElse(""),
          near.map(one -> "Write %s.".formatted(one.whole()))
              .orElse("Write routeErrorHandler.park, handled, or remove the branch."));
    }
  }

  private boolean parks() {
    return CLASS_NAME.matcher(exception).matches()
        && all().stream().noneMatch(one -> one.exception.equals(exception))
        && method.equals("park")
        && ref.equals("routeErrorHandler")
        && !continued;
  }

  /** The branch of the same exception, or of one that is written almost so. */
  private Optional<ErrorBranch> nearest() {
    return Keys.nearest(exception, all().stream().map(ErrorBranch::exception).toList())
        .flatMap(near -> all().stream().filter(one -> one.exception.equals(near)).findFirst());
  }
}
