package countersign.inbox;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.util.Map;
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

  @Override
  protected Folder buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    SftpEndpoint camels = (SftpEndpoint) super.buildFileEndpoint(uri, remaining, parameters);
    return new Folder(uri, this, camels.getConfiguration());
  }

  /** One folder on a partner's server. */
  static final class Folder extends SftpEndpoint {

    Folder(String uri, SftpComponent component, SftpConfiguration configuration) {
      super(uri, component, configuration);
    }

    @Override
    protected InboxConsumer buildConsumer(Processor processor) {
      return new InboxConsumer(this, processor);
    }

    /**
     * Signs in with the options of this endpoint.
     *
     * @throws GenericFileOperationFailedException if the server cannot be reached, shows another
     *     host key, or refuses the login
     */
    PartnerFolders open() {
      Login login = new Login();
      login.setEndpoint(this);
      try {
        return PartnerFolders.open(
            login.session(getConfiguration()), getConfiguration().getConnectTimeout());
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
