package countersign.partnertool;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code disposition}: says what became of a response, also in answer to a recall. */
@Command(
    name = "disposition",
    mixinStandardHelpOptions = true,
    description =
        "Says what became of a response: writes a disposition, or with --recall the certificate that answers a recall, signed with the officer's key, for `send`.")
public final class DispositionCommand implements Callable<Integer> {
  /** What may have become of a response. */
  enum Kind {
    RETURNED,
    MADE_UNDISCLOSABLE,
    STILL_PROTECTED
  }

  @Spec private CommandSpec spec;

  @Mixin private OfficerDocumentOptions options = new OfficerDocumentOptions();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.RETURNED;

  @Option(
      names = "--method",
      paramLabel = "TEXT",
      description = "how it was made undisclosable; no personal data")
  private @Nullable String method;

  @Option(
      names = "--recall",
      paramLabel = "ID",
      description = "the recall that this answers, such as RCL_20261201_0001")
  private @Nullable String recall;

  @Option(
      names = "--number",
      defaultValue = "2",
      paramLabel = "N",
      description = "number of this document about the response; default: ${DEFAULT-VALUE}")
  private int number;

  @Override
  public Integer call() throws IOException {
    if ((kind == Kind.MADE_UNDISCLOSABLE) != (method != null)) {
      throw new ParameterException(
          spec.commandLine(), "--method goes with MADE_UNDISCLOSABLE, and with no other kind.");
    }
    options.write(
        new OfficerDocument(options.response(), options.officer(), kind.name(), method, recall),
        number);
    return 0;
  }
}
