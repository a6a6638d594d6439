package countersign.sealing;

import countersign.crypto.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Buffers a sealed file while it is written: in memory up to 1 MiB, then in a temporary file that
 * is already deleted. It contains OpenPGP ciphertext only, and nothing of it outlives the process.
 */
public final class SealedBuffer extends OutputStream {
  private static final int IN_MEMORY_BYTES = 1024 * 1024;

  private final MessageDigest digest = Sha256.start();
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(8 * 1024);
  private @Nullable FileChannel file;
  private long size;

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] block, int from, int length) throws IOException {
    digest.update(block, from, length);
    size += length;
    if (file == null && memory.size() + length <= IN_MEMORY_BYTES) {
      memory.write(block, from, length);
      return;
    }
    FileChannel spilled = spill();
    ByteBuffer rest = ByteBuffer.wrap(block, from, length);
    while (rest.hasRemaining()) {
      spilled.write(rest);
    }
  }

  private FileChannel spill() throws IOException {
    FileChannel spilled = file;
    if (spilled == null) {
      Path path = Files.createTempFile("countersign-", ".sealed");
      spilled = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      file = spilled;
      // Deleting the name at once means that a killed process leaves no file behind.
      Files.delete(path);
      ByteBuffer first = ByteBuffer.wrap(memory.toByteArray());
      while (first.hasRemaining()) {
        spilled.write(first);
      }
      memory.reset();
    }
    return spilled;
  }

  /** Does nothing, because the sealer closes its output; {@link #discard} frees the bytes. */
  @Override
  public void close() {}

  /** The number of bytes written. */
  public long size() {
    return size;
  }

  /** SHA-256 of everything written; call it once, at the end. */
  byte[] sha256() {
    return digest.digest();
  }

  /** A stream of everything written, from the start. */
  public InputStream open() throws IOException {
    FileChannel spilled = file;
    return spilled == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : Channels.newInputStream(spilled.position(0));
  }

  /** Frees the disk space. */
  public void discard() throws IOException {
    FileChannel spilled = file;
    if (spilled != null) {
      spilled.close();
    }
  }
}
