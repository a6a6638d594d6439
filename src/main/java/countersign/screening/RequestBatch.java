package countersign.screening;

import countersign.profile.Lines;
import countersign.request.FileDetail;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive records of a file that one worker parses and screens together; few, so that what is
 * under way at once fills no more memory for a large file than for a small one.
 */
public final class RequestBatch {
  private static final int MAX_RECORDS = 200;
  private static final int MAX_BYTES = 256 * 1024;

  private final int firstNumber;
  private final List<Lines.Raw> records = new ArrayList<>(MAX_RECORDS);
  private int bytes;

  /**
   * Begins a block.
   *
   * @param firstNumber position in the file, from 1, of the request its first record should be
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
   * What a worker made of a block.
   *
   * @param requests how many requests it holds
   * @param ids hash of each request's id, in order
   * @param lines line of each request, in order
   * @param caseHashTotal sum of the case numbers' digits, modulo 10^12
   * @param faults what refuses the file
   * @param rows for COPY, empty if the file is refused anyway
   */
  public record Screened(
      int requests,
      long[] ids,
      long[] lines,
      long caseHashTotal,
      List<FileDetail> faults,
      byte[] rows) {}
}
