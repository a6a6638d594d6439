package countersign.intake;

import countersign.request.FileId;
import countersign.request.Sha256;
import countersign.request.Unavailable;
import countersign.vault.DataCipher;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Carries a partner's bytes over, hashing them; they must be as many as the listing said. Used
 * once, by one thread.
 */
final class Transfer {
  private final InputStream in;
  private final long listedBytes;
  private final MessageDigest digest = Sha256.start();
  private byte[] first = {};
  private long bytes;
  private String sha256 = "";

  Transfer(InputStream in, long listedBytes) {
    this.in = in;
    this.listedBytes = listedBytes;
  }

  /**
   * Reads everything and keeps it, encrypted once more, in chunks that are committed one by one.
   */
  void keep(long attempt, FileId file, Stores stores) {
    DataCipher box = stores.vault().file(file.value());
    int number = 0;
    for (byte[] chunk = next(); chunk.length > 0; chunk = next()) {
      byte[] sealed = box.seal(chunk, ChunkStream.place(file, number));
      stores.arrivals().chunk(attempt, file, number, sealed);
      number++;
    }
    finish();
  }

  /** Reads everything and keeps nothing but the first chunk, in memory. */
  void skim() {
    first = next();
    for (byte[] chunk = first; chunk.length > 0; ) {
      chunk = next();
    }
    finish();
  }

  /** Keeps the chunk that {@link #skim} saw, if that was all. */
  void keepFirst(FileId file, Stores stores) {
    if (first.length > 0 && first.length == bytes) {
      DataCipher box = stores.vault().file(file.value());
      stores.arrivals().onlyChunk(file, box.seal(first, ChunkStream.place(file, 0)));
    }
  }

  long bytes() {
    return bytes;
  }

  /** SHA-256 of all bytes, hexadecimal. */
  String sha256() {
    return sha256;
  }

  private byte[] next() {
    try {
      byte[] chunk = in.readNBytes(ChunkStream.BYTES);
      digest.update(chunk);
      bytes += chunk.length;
      if (bytes > listedBytes) {
        throw changed();
      }
      return chunk;
    } catch (IOException e) {
      throw new Unavailable(
          "TRANSFER_BROKEN",
          "The transfer ended after %d of %d bytes. Nothing was stored; the next poll tries again."
              .formatted(bytes, listedBytes),
          e);
    }
  }

  private void finish() {
    if (bytes != listedBytes) {
      throw changed();
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  private Unavailable changed() {
    return new Unavailable(
        "SIZE_CHANGED",
        "The server listed %d bytes but sent %d. Nothing was stored; the next poll tries again."
            .formatted(listedBytes, bytes),
        null);
  }
}
