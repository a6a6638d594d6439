package countersign.screening;

import countersign.profile.Lines;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive records of a file that one worker parses and screens together. A batch is small, so
 * that the memory in use does not grow with the size of the file.
 */
public final class RequestBatch {
  private static final int MAX_RECORDS = 500;
  private static final int MAX_BYTES = 512 * 1024;

  private final int firstNumber;
  private final List<Lines.Raw> records = new ArrayList<>(MAX_RECORDS);
  private int bytes;

  /**
   * Creates an empty batch.
   *
   * @param firstNumber position in the file, from 1, that the request in its first record should
   *     have
   */
  RequestBatch(int firstNumber) {
    this.firstNumber = firstNumber;
  }

  void add(Lines.Raw raw) {
    records.add(raw);
    bytes += raw.bytes().length;
  }

  boolean full() {
    return records.size() == MAX_RECORDS || bytes >= MAX_BYTES;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  int firstNumber() {
    return firstNumber;
  }

  int nextNumber() {
    return firstNumber + records.size();
  }

  List<Lines.Raw> records() {
    return records;
  }

  /**
   * Result of screening a batch.
   *
   * @param requests number of requests in the batch
   * @param ids hash of each request's id, in order
   * @param lines line of each request, in order
   * @param caseHashTotal sum of the digits-only case numbers, modulo 10^12
   * @param faults faults that refuse the file
   * @param rows blocks of rows for COPY; empty if the file is already refused
   */
  public record Screened(
      int requests,
      long[] ids,
      long[] lines,
      long caseHashTotal,
      List<SchemaFault> faults,
      List<byte[]> rows) {}
}
