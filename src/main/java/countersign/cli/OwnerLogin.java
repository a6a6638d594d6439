package countersign.cli;

import countersign.configuration.Instance;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The login of the role that owns the tables. The commands that need it get it as an option; no
 * configuration contains it, so that the gateway cannot read it.
 */
public final class OwnerLogin {
  @Option(
      names = "--owner",
      paramLabel = "ROLE",
      defaultValue = "countersign_owner",
      description = "role that owns the tables; default: ${DEFAULT-VALUE}")
  private String role;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "file that contains the password of this role")
  private @Nullable Path passwordFile;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description = "environment variable that contains the password, instead of a file")
  private @Nullable String passwordVariable;

  /** The owner's login to the database at this address. */
  public Instance.Login at(String url) {
    return new Instance.Login(
        url,
        role,
        passwordFile == null && passwordVariable == null
            ? null
            : new Instance.Secret(passwordFile, passwordVariable));
  }
}
