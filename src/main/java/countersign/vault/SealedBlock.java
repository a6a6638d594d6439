package countersign.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Several values of one table, compressed together and encrypted as one. Values that resemble each
 * other need a tenth of their size, and one encryption serves all of them.
 *
 * <p>Encrypted are: the number of values and their total length, each as four bytes, then in the
 * format "deflate" of RFC 1951 the length of each value and the values.
 */
public final class SealedBlock {
  /** The most values in a block. */
  public static final int MAX_VALUES = 500;

  private static final int LENGTH_BYTES = 4;

  private SealedBlock() {}

  /**
   * Compresses and encrypts values.
   *
   * @param values at most {@link #MAX_VALUES}
   * @param associatedData the cell in which the ciphertext is stored
   */
  public static byte[] seal(DataCipher cipher, List<byte[]> values, AssociatedData associatedData) {
    int total = values.stream().mapToInt(value -> value.length).sum();
    ByteBuffer plain = ByteBuffer.allocate(LENGTH_BYTES * values.size() + total);
    values.forEach(value -> plain.putInt(value.length));
    values.forEach(plain::put);
    return cipher.seal(compressed(values.size(), total, plain.array()), associatedData);
  }

  private static byte[] compressed(int count, int total, byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
    out.writeBytes(ByteBuffer.allocate(2 * LENGTH_BYTES).putInt(count).putInt(total).array());
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] part = new byte[16 * 1024];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /**
   * Decrypts all values of a block, in order.
   *
   * @throws SealBroken if the bytes were changed, or were sealed for another cell or with another
   *     key
   */
  public static List<byte[]> open(DataCipher cipher, byte[] sealed, AssociatedData associatedData) {
    ByteBuffer block = ByteBuffer.wrap(cipher.open(sealed, associatedData));
    int count = block.getInt();
    byte[] plain = new byte[LENGTH_BYTES * count + block.getInt()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(block);
      if (inflater.inflate(plain) != plain.length) {
        throw new IllegalStateException("The block at " + associatedData + " is too short");
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("The block at " + associatedData + " has no known form", e);
    } finally {
      inflater.end();
    }
    return values(count, plain);
  }

  private static List<byte[]> values(int count, byte[] plain) {
    List<byte[]> values = new ArrayList<>(count);
    ByteBuffer lengths = ByteBuffer.wrap(plain);
    int from = LENGTH_BYTES * count;
    for (int i = 0; i < count; i++) {
      int to = from + lengths.getInt();
      values.add(Arrays.copyOfRange(plain, from, to));
      from = to;
    }
    return values;
  }
}
