package countersign.inbox;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import countersign.authority.FolderNames;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.spi.annotations.Component;

/**
 * The scheme {@code sftp} with Camel's options, logins and uploads, but with {@link InboxConsumer}
 * in place of Camel's consumer, which lists a folder to ask for one name and reads names as
 * patterns.
 */
@Component("sftp") // under this name Camel finds the options of the component and its endpoints
final class PartnerSftp extends SftpComponent {
  private final Function<String, Optional<String>> passphrases;

  /**
   * Creates the component.
   *
   * @param passphrases the passphrase of a login key, by the name of its file
   */
  PartnerSftp(Function<String, Optional<String>> passphrases) {
    this.passphrases = passphrases;
  }

  @Override
  protected Folder buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    SftpEndpoint camels = (SftpEndpoint) super.buildFileEndpoint(uri, remaining, parameters);
    SftpConfiguration configuration = camels.getConfiguration(); // without the options yet
    Optional.ofNullable((String) parameters.get("privateKeyFile"))
        .flatMap(passphrases)
        .ifPresent(configuration::setPrivateKeyPassphrase);
    return new Folder(uri, this, configuration, InboxOrder.of((String) parameters.get("sortBy")));
  }

  /** One folder on a partner's server. */
  static final class Folder extends SftpEndpoint {

    private final Comparator<InboxEntry> order;

    Folder(
        String uri,
        SftpComponent component,
        SftpConfiguration configuration,
        Comparator<InboxEntry> order) {
      super(uri, component, configuration);
      this.order = order;
    }

    /** In which order the files of an inbox are received. */
    Comparator<InboxEntry> order() {
      return order;
    }

    @Override
    protected InboxConsumer buildConsumer(Processor processor) {
      return new InboxConsumer(this, processor);
    }

    /**
     * Signs in with the options of this endpoint.
     *
     * @param names names of the folders on the server
     * @throws GenericFileOperationFailedException if the server cannot be reached, shows another
     *     host key, or refuses the login
     */
    PartnerFolders open(FolderNames names) {
      Login login = new Login();
      login.setEndpoint(this);
      try {
        return PartnerFolders.open(
            login.session(getConfiguration()), names, getConfiguration().getConnectTimeout());
      } catch (JSchException e) {
        throw new GenericFileOperationFailedException("The partner's server cannot be used", e);
      }
    }
  }

  /** Camel's reading of an endpoint's login options. */
  private static final class Login extends SftpOperations {
    Session session(SftpConfiguration configuration) throws JSchException {
      return createSession(configuration);
    }
  }
}
