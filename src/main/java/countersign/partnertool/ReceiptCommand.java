package countersign.partnertool;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code receipt}: confirms that a response came, with the hash of its bytes. */
@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description =
        "Confirms that a response came: writes a receipt, signed with the officer's key, for `send`.")
public final class ReceiptCommand implements Callable<Integer> {
  @Mixin private OfficerDocumentOptions options = new OfficerDocumentOptions();

  @Option(
      names = "--number",
      defaultValue = "1",
      paramLabel = "N",
      description = "number of this document about the response; default: ${DEFAULT-VALUE}")
  private int number;

  @Override
  public Integer call() throws IOException {
    options.write(
        new OfficerDocument(options.response(), options.officer(), "RECEIVED", null, null), number);
    return 0;
  }
}
