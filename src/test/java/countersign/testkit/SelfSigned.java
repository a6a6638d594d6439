package countersign.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for localhost with its key, made by openssl. */
public final class SelfSigned {
  public static final String CERTIFICATE = "certificate.pem";
  public static final String KEY = "key.pem";

  private SelfSigned() {}

  /** Makes both files in a folder, unless they are there. */
  public static synchronized void in(Path folder) {
    if (Files.exists(folder.resolve(CERTIFICATE))) {
      return;
    }
    try {
      new ProcessBuilder(
              "openssl",
              "req",
              "-x509",
              "-newkey",
              "rsa:2048",
              "-nodes",
              "-days",
              "2",
              "-subj",
              "/CN=localhost",
              "-addext",
              "subjectAltName=DNS:localhost",
              "-keyout",
              folder.resolve(KEY).toString(),
              "-out",
              folder.resolve(CERTIFICATE).toString())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("openssl.log").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("openssl does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
