package countersign.pgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What GnuPG 2.2 says about a certificate, asked in a key ring that holds nothing else.
 *
 * @param signs whether it calls a signature good, by a key that is neither expired nor revoked
 * @param receives whether it encrypts to the certificate
 * @param printed everything it printed, to explain a difference
 */
record GnupgVerdict(boolean signs, boolean receives, String printed) {

  static GnupgVerdict of(
      Path home, byte[] certificate, byte[] signature, String fingerprint, Instant at)
      throws IOException {
    Files.createDirectories(home);
    try (Gnupg gnupg = new Gnupg(home)) {
      ForeignProgram gpg = gnupg.at(at);
      Path plain = Files.write(home.resolve("plain"), Envelopes.CONTENT);
      ForeignProgram.Result imported =
          gpg.attempt("--import", Files.write(home.resolve("certificate"), certificate));
      ForeignProgram.Result verified =
          gpg.attempt(
              "--status-fd", "1", "--verify", Files.write(home.resolve("sig"), signature), plain);
      ForeignProgram.Result encrypted =
          gpg.attempt("--yes", "-o", home.resolve("out"), "-r", fingerprint, "--encrypt", plain);
      boolean good =
          verified.printed().contains("[GNUPG:] GOODSIG")
              && verified.printed().contains("[GNUPG:] VALIDSIG");
      return new GnupgVerdict(
          good,
          encrypted.exit() == 0,
          String.join("\n", List.of(imported.printed(), verified.printed(), encrypted.printed())));
    }
  }
}
