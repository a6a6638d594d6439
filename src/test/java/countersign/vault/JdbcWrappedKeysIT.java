package countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import countersign.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sealed data opens only in its own database cell with its own key, and not after the key is
 * destroyed.
 */
class JdbcWrappedKeysIT {
  private static final String FILE = "DHS-ICE_T_20261124_0001";
  private static final byte[] PLAIN = "synthetic".getBytes(StandardCharsets.UTF_8);

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final JdbcClient tampering = JdbcClient.create(TestDatabase.tampering(database));
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final Vault vault = VaultFixtures.vaultOn(database);

  @Test
  void sealed_data_opens_in_its_own_cell() {
    AssociatedData associatedData = new AssociatedData("file_chunk", FILE + "/0", "chunk_sealed");
    byte[] sealed = vault.file(FILE).seal(PLAIN, associatedData);

    assertThat(sealed).hasSize(PLAIN.length + 33);
    assertThat(vault.file(FILE).open(sealed, associatedData)).isEqualTo(PLAIN);
  }

  @Test
  void sealed_data_does_not_open_for_another_table_row_or_column() {
    DataCipher cipher = vault.file(FILE);
    byte[] sealed = cipher.seal(PLAIN, new AssociatedData("request", "1", "body_sealed"));

    assertRefused(cipher, sealed, new AssociatedData("draft", "1", "body_sealed"));
    assertRefused(cipher, sealed, new AssociatedData("request", "2", "body_sealed"));
    assertRefused(cipher, sealed, new AssociatedData("request", "1", "header_sealed"));
    assertThatThrownBy(() -> cipher.open(sealed, new AssociatedData("request", "2", "body_sealed")))
        .hasMessage(
            "SEAL_BROKEN  request 2, column body_sealed cannot be decrypted with key file/"
                + FILE
                + ": its bytes were changed, or encrypted for another row or with another key."
                + " Nothing was read.");
  }

  @Test
  void sealed_data_with_one_changed_bit_does_not_open() {
    AssociatedData associatedData = new AssociatedData("request", "1", "body_sealed");
    DataCipher cipher = vault.file(FILE);
    byte[] sealed = cipher.seal(PLAIN, associatedData);

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(cipher, changed, associatedData);
    }
    assertRefused(cipher, Arrays.copyOf(sealed, sealed.length - 1), associatedData);
    assertRefused(cipher, new byte[0], associatedData);
  }

  @Test
  void each_file_draft_and_year_has_its_own_key() {
    AssociatedData associatedData = new AssociatedData("request", "1", "body_sealed");
    byte[] sealed = vault.file(FILE).seal(PLAIN, associatedData);

    assertRefused(vault.file("DHS-ICE_T_20261124_0002"), sealed, associatedData);
    assertRefused(vault.draft(FILE), sealed, associatedData);
    byte[] entry = vault.accounting("DHS-ICE", 2026).seal(PLAIN, associatedData);
    assertRefused(vault.accounting("DHS-ICE", 2027), entry, associatedData);
    assertThat(vault.accounting("DHS-ICE", 2026).open(entry, associatedData)).isEqualTo(PLAIN);
  }

  @Test
  void every_use_of_a_destroyed_key_fails_with_key_destroyed() {
    vault.file(FILE);
    vault.draft(FILE);
    vault.index("DHS-ICE", 2024, "case");
    answered(Duration.ofDays(31));

    vault.destroyFile(FILE);
    vault.destroyFile(FILE);
    vault.destroyDraft(FILE);
    vault.destroyIndex("DHS-ICE", 2024);

    assertThatThrownBy(() -> vault.file(FILE))
        .isInstanceOf(KeyDestroyed.class)
        .hasMessageMatching(
            "KEY_DESTROYED  Key file/DHS-ICE_T_20261124_0001 was destroyed at 20\\S+Z\\."
                + " Its data can no longer be decrypted, and it encrypts nothing new\\.");
    assertThatThrownBy(() -> vault.draft(FILE)).isInstanceOf(KeyDestroyed.class);
    assertThatThrownBy(() -> vault.index("DHS-ICE", 2024, "case")).isInstanceOf(KeyDestroyed.class);
    assertThat(wrappedOf("file/" + FILE)).isZero();
  }

  @Test
  void a_key_destroyed_before_its_first_use_cannot_be_created() {
    answered(Duration.ofDays(31));
    vault.destroyFile(FILE);

    assertThatThrownBy(() -> vault.file(FILE)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void the_database_keeps_a_key_until_its_file_is_answered_delivered_and_old_enough() {
    vault.file(FILE);
    vault.draft(FILE);
    assertKept("file %s is not answered".formatted(FILE));

    answered(Duration.ofDays(29));
    assertKept("the key of file %s is kept until ".formatted(FILE));

    tampering.sql("update file set answered_at = now() - interval '31 days'").update();
    tampering
        .sql(
            """
            insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by)
            values ('r', ?, 'g', 'dhs-ice', '{}', true, 'UPLOADING', now(), 1, current_date)
            """)
        .param(FILE)
        .update();
    assertKept("an answer to file %s is not delivered".formatted(FILE));
    assertThatThrownBy(() -> vault.destroyIndex("DHS-ICE", 2999))
        .rootCause()
        .hasMessageContaining("are still compared");

    tampering.sql("update response set state = 'DELIVERED'").update();
    vault.destroyFile(FILE);
    vault.destroyDraft(FILE);
    assertThat(wrappedOf("file/" + FILE)).isZero();
  }

  private void assertKept(String why) {
    assertThatThrownBy(() -> vault.destroyFile(FILE)).rootCause().hasMessageContaining(why);
    assertThatThrownBy(() -> vault.destroyDraft(FILE)).rootCause().hasMessageContaining(why);
  }

  private void answered(Duration ago) {
    tampering
        .sql(
            """
            insert into file (id, partner, agency, environment, name, size_bytes, sealed_sha256, received_at, state, answered_at)
            values (?, 'dhs-ice', 'DHS-ICE', 'T', 'x', 1, '\\x00', now(), 'ANSWERED', now() - ? * interval '1 second')
            """)
        .params(FILE, ago.toSeconds())
        .update();
  }

  @Test
  void the_database_refuses_to_change_revive_or_remove_a_key() {
    vault.accounting("DHS-ICE", 2026);
    vault.file(FILE);
    answered(Duration.ofDays(31));
    vault.destroyFile(FILE);
    JdbcClient superuser = JdbcClient.create(TestDatabase.asSuperuser(database));

    for (String sql :
        new String[] {
          "update vault_key set wrapped = 'x', destroyed_at = null where purpose = 'FILE'",
          "update vault_key set wrapped = 'x' where purpose = 'ACCOUNTING'",
          "update vault_key set wrapped = null, destroyed_at = now() where purpose = 'ACCOUNTING'",
          "delete from vault_key",
          "truncate vault_key"
        }) {
      assertThatThrownBy(() -> superuser.sql(sql).update())
          .as(sql)
          .rootCause()
          .as("a trigger or a constraint forbids it; a misspelt table would be refused, too")
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "23514"));
    }
  }

  @Test
  void a_key_created_in_a_rolled_back_transaction_is_not_kept() {
    transaction.executeWithoutResult(
        status -> {
          vault.file(FILE);
          status.setRollbackOnly();
        });

    assertThat(jdbc.sql("select count(*) from vault_key").query(Long.class).single()).isZero();
  }

  @Test
  void concurrent_transactions_that_create_the_same_key_get_the_same_key() {
    AssociatedData associatedData = new AssociatedData("request", "1", "body_sealed");
    var sealed =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            transaction.execute(s -> vault.file(FILE).seal(PLAIN, associatedData))))
            .toList();

    assertThat(sealed)
        .allSatisfy(
            s -> assertThat(vault.file(FILE).open(s.join(), associatedData)).isEqualTo(PLAIN));
  }

  @Test
  void equal_values_have_equal_keyed_hashes_only_within_agency_year_and_kind() {
    KeyedHash hash = vault.index("DHS-ICE", 2026, "case");

    assertThat(hash.hash("A1"))
        .hasSize(16)
        .isEqualTo(vault.index("DHS-ICE", 2026, "case").hash("A1"));
    assertThat(hash.hash("A1"))
        .isNotEqualTo(hash.hash("A2"))
        .isNotEqualTo(vault.index("DHS-ICE", 2026, "subject").hash("A1"))
        .isNotEqualTo(vault.index("DHS-ICE", 2025, "case").hash("A1"))
        .isNotEqualTo(vault.index("DOJ-USA", 2026, "case").hash("A1"));
  }

  @Test
  void a_signer_always_gets_the_same_key() throws GeneralSecurityException {
    KeyPair first = vault.signing("checkpoint");
    KeyPair again = vault.signing("checkpoint");
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(again.getPrivate());
    signature.update(PLAIN);
    byte[] signed = signature.sign();

    signature.initVerify(first.getPublic());
    signature.update(PLAIN);
    assertThat(signature.verify(signed)).isTrue();
    assertThat(vault.signing("gateway").getPublic()).isNotEqualTo(first.getPublic());
  }

  @Test
  void another_root_key_cannot_unwrap_a_data_key() {
    vault.file(FILE);

    assertThatThrownBy(() -> VaultFixtures.vaultOn(database).file(FILE))
        .isInstanceOf(SealBroken.class)
        .hasMessageStartingWith("ROOT_KEY  Key file/" + FILE + " cannot be decrypted");
  }

  @Test
  void a_wrapped_key_does_not_unwrap_under_another_name() throws GeneralSecurityException {
    Aead root = DataKeys.aead(DataKeys.newRoot());
    DataKey draft = new DataKey(DataKey.Purpose.DRAFT, FILE);
    WrappedKeys keys = new JdbcWrappedKeys(jdbc);
    keys.add(draft, DataKeys.newAead(root, new DataKey(DataKey.Purpose.FILE, FILE)));

    assertThatThrownBy(() -> new Vault(root, keys).draft(FILE)).isInstanceOf(SealBroken.class);
  }

  /** The limit is far above the measured time, so that only a fundamentally slower method fails. */
  @Test
  void a_hundred_thousand_rows_are_sealed_and_hashed_in_a_few_seconds() {
    DataCipher cipher = vault.file(FILE);
    KeyedHash hash = vault.index("DHS-ICE", 2026, "case");
    byte[] row = new byte[1024];
    long from = System.nanoTime();
    for (int i = 0; i < 100_000; i++) {
      cipher.seal(row, new AssociatedData("request", FILE + "/" + i, "body_sealed"));
    }
    Duration sealing = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    for (int i = 0; i < 400_000; i++) {
      hash.hash("A2" + i);
    }
    Duration hashing = Duration.ofNanos(System.nanoTime() - from);

    assertThat(sealing).as("100,000 rows of 1 KiB sealed").isLessThan(Duration.ofSeconds(30));
    assertThat(hashing).as("400,000 values hashed").isLessThan(Duration.ofSeconds(30));
    org.slf4j.LoggerFactory.getLogger(JdbcWrappedKeysIT.class)
        .info("100,000 rows sealed in {}, 400,000 values hashed in {}", sealing, hashing);
  }

  private long wrappedOf(String name) {
    return jdbc.sql("select count(wrapped) from vault_key where name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private static void assertRefused(
      DataCipher cipher, byte[] sealed, AssociatedData associatedData) {
    assertThatThrownBy(() -> cipher.open(sealed, associatedData)).isInstanceOf(SealBroken.class);
  }
}
