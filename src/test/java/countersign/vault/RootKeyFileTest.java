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

/** Only the owner may read the root keyset, and an existing keyset is never overwritten. */
class RootKeyFileTest {
  @TempDir Path folder;

  @Test
  void only_the_owner_may_read_a_new_file_and_it_loads_as_the_same_key()
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("root.keyset");
    Aead made = RootKeyFile.create(file);
    byte[] sealed = made.encrypt(new byte[] {1}, new byte[0]);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RootKeyFile.load(file).decrypt(sealed, new byte[0])).containsExactly(1);
  }

  @Test
  void a_file_that_other_users_may_read_is_refused() throws IOException {
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
  void a_file_that_is_not_a_keyset_is_refused() throws IOException {
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
  void a_root_key_is_created_only_when_allowed_and_only_for_an_empty_database() {
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
  void associated_data_cannot_be_read_as_another_cell() {
    assertThatThrownBy(() -> new AssociatedData("a\0b", "c", "d"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AssociatedData("a", "", "d"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A key store that only answers whether it is empty. */
  private record NoKeys(boolean isEmpty) implements WrappedKeys {
    @Override
    public Optional<StoredKey> find(DataKey key) {
      return Optional.empty();
    }

    @Override
    public void add(DataKey key, byte[] wrapped) {}

    @Override
    public void destroy(DataKey key) {}
  }
}
