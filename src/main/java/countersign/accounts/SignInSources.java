package countersign.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names the sources of sign-ins. Stateless. */
final class SignInSources {
  /** The source of a password that a signed-in person types on a page. */
  static final String SESSION = "session";

  static final String UNKNOWN = "unknown";
  private static final int NETWORK_BYTES = 8;

  private SignInSources() {}

  /**
   * The source of a connection: an IPv4 address, or the network of an IPv6 address, because a
   * client chooses the other half of it.
   *
   * @param address numeric address
   */
  static String of(@Nullable String address) {
    if (address == null || !address.matches("[0-9A-Fa-f:.%a-z]{2,64}")) {
      return UNKNOWN;
    }
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length <= NETWORK_BYTES
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES).replaceAll("(.{4})(?!$)", "$1:")
              + "::/64";
    } catch (UnknownHostException notAnAddress) {
      return UNKNOWN;
    }
  }
}
