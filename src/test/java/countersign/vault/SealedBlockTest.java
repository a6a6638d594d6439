package countersign.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come out of a block as they went in, and only of its own cell. */
class SealedBlockTest {
  private static final AssociatedData CELL = new AssociatedData("table", "file/1", "sealed");
  private DataCipher cipher;

  @BeforeEach
  void makeKey() throws GeneralSecurityException {
    Aead root = DataKeys.aead(DataKeys.newRoot());
    DataKey key = new DataKey(DataKey.Purpose.FILE, "file");
    cipher = DataKeys.openAead(DataKeys.newAead(root, key), root, key);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 500})
  void values_of_any_length_and_content_come_out_as_they_went_in(int count) {
    Random random = new Random(count);
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] value = new byte[i % 7 == 0 ? 0 : random.nextInt(3_000)];
      random.nextBytes(value);
      values.add(value);
    }

    List<byte[]> opened = SealedBlock.open(cipher, SealedBlock.seal(cipher, values, CELL), CELL);

    assertThat(opened).containsExactlyElementsOf(values);
  }

  @Test
  void values_that_resemble_each_other_need_a_tenth_of_their_size() {
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String text = "{\"requestId\":\"R-%06d\",%s}".formatted(i, "\"field\":\"value\",".repeat(30));
      values.add(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(SealedBlock.seal(cipher, values, CELL).length)
        .isLessThan(values.stream().mapToInt(value -> value.length).sum() / 10);
  }

  @Test
  void a_block_opens_in_its_own_cell_only() {
    byte[] sealed = SealedBlock.seal(cipher, List.of(new byte[] {1, 2, 3}), CELL);

    assertThatThrownBy(
            () -> SealedBlock.open(cipher, sealed, new AssociatedData("table", "file/2", "sealed")))
        .isInstanceOf(SealBroken.class);
    sealed[sealed.length / 2] ^= 1;
    assertThatThrownBy(() -> SealedBlock.open(cipher, sealed, CELL)).isInstanceOf(SealBroken.class);
  }
}
