package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;

/** The content of a sealed file, not proved until verify has returned. */
public final class OpenedStream extends InputStream {
  @Override
  public int read() throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Drains the rest and proves who signed. */
  public Signer verify() throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }
}
