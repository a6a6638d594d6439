package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo whose configuration somebody damaged does not start, and says why once. */
class RefusedDemoIT {
  @TempDir Path var;

  @Test
  void a_damaged_key_of_a_signatory_is_named_once_and_nothing_else() throws IOException {
    Path home = var.resolve("demo");
    new DemoConfig(
            Path.of("config"),
            home,
            new Keyring(home, Clock.systemUTC().instant()),
            Clock.systemUTC().instant())
        .write(2222, 8080, 5709);
    Files.writeString(home.resolve("config/keys/first-counsel.asc"), "hello\n");

    CommandLines.Ended ended =
        CommandLines.run(
            "demo",
            "--once",
            "--var",
            var,
            "--http-port",
            0,
            "--sftp-port",
            0,
            "--database-port",
            0);

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "NOT_A_KEY  signatories/signatories-1.yaml · signatories[0].file (first-counsel) · expected a public OpenPGP key, found a text of 6 bytes in keys/first-counsel.asc. Put its owner's exported public key there.");
  }
}
