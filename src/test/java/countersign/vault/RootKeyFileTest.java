package countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root keyset is for one user's eyes, and is never made anew over an old one. */
class RootKeyFileTest {
  @TempDir Path folder;

  @Test
  void a_new_file_is_for_its_owner_only_and_gives_the_same_key_again()
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("root.keyset");
    Aead made = RootKeyFile.create(file);
    byte[] sealed = made.encrypt(new byte[] {1}, new byte[0]);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RootKeyFile.load(file).decrypt(sealed, new byte[0])).containsExactly(1);
  }

  @Test
  void a_file_that_others_may_read_is_refused() throws IOException {
    Path file = folder.resolve("root.keyset");
    RootKeyFile.create(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> RootKeyFile.load(file))
        .hasMessage(
            "ROOT_KEY  Root keyset "
                + file
                + " is accessible to other accounts: expected rw-------, found rw-r-----."
                + " Set its mode to 0600, and find out who has read it.");
  }

  @Test
  void a_file_that_is_no_keyset_is_refused() throws IOException {
    Path file = folder.resolve("root.keyset");
    Files.writeString(file, "{}", StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> RootKeyFile.load(file))
        .hasMessageEndingWith("not a Tink keyset in JSON.");
  }

  @Test
  void an_existing_file_is_never_overwritten() throws IOException {
    Path file = folder.resolve("root.keyset");
    Files.writeString(file, "kept", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> RootKeyFile.create(file)).isInstanceOf(UncheckedIOException.class);
    assertThat(file).hasContent("kept");
  }

  @Test
  void a_first_start_makes_it_only_when_allowed_and_only_for_a_new_world() {
    Path file = folder.resolve("root.keyset");

    assertThatThrownBy(() -> VaultConfiguration.root(new NoKeys(true), file, false))
        .hasMessageContaining("is missing. Restore it");
    assertThatThrownBy(() -> VaultConfiguration.root(new NoKeys(false), file, true))
        .hasMessageContaining("Restore the old one");
    assertThat(file).doesNotExist();
    VaultConfiguration.root(new NoKeys(true), file, true);
    assertThat(file).exists();
    VaultConfiguration.root(new NoKeys(false), file, false);
  }

  @Test
  void a_place_cannot_be_read_as_another() {
    assertThatThrownBy(() -> new AssociatedData("a\0b", "c", "d"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AssociatedData("a", "", "d"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A store that only says whether it is empty. */
  private record NoKeys(boolean isEmpty) implements WrappedKeys {
    @Override
    public Optional<Stored> find(DataKey key) {
      return Optional.empty();
    }

    @Override
    public void add(DataKey key, byte[] wrapped) {}

    @Override
    public void destroy(DataKey key) {}
  }
}
