package countersign.kit;

import countersign.demo.RequestWriter.Format;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One file of the kit: what is changed in a valid file about three people, and the answer that is
 * expected. Not thread-safe.
 */
final class KitCase {
  private static final int REQUESTS = 3;

  private final String slug;
  private final String shows;
  private final Format format;
  private int requests = REQUESTS;
  private Consumer<List<ObjectNode>> records = all -> {};
  private UnaryOperator<String> lines = UnaryOperator.identity();
  private UnaryOperator<byte[]> whole = UnaryOperator.identity();
  private UnaryOperator<String> name = UnaryOperator.identity();
  private KitEnvelope envelope = KitEnvelope.SEALED;
  private boolean repeats;
  private boolean skips;

  private final Set<ReasonCode> codes = new TreeSet<>();
  private final List<FileDetail> details = new ArrayList<>();
  private final Map<Integer, List<ReasonCode>> coded = new TreeMap<>();
  private final Set<Integer> notDisclosed = new HashSet<>();

  private KitCase(String slug, String shows, Format format) {
    this.slug = slug;
    this.shows = shows;
    this.format = format;
  }

  /**
   * A case in NDJSON.
   *
   * @param slug name in the kit, with hyphens
   * @param shows sentence about what is special
   */
  static KitCase ndjson(String slug, String shows) {
    return new KitCase(slug, shows, Format.NDJSON);
  }

  /** The same in CSV, which {@link #lines} and {@link #whole} change. */
  static KitCase csv(String slug, String shows) {
    return new KitCase(slug, shows, Format.CSV);
  }

  KitCase requests(int number) {
    requests = number;
    return this;
  }

  KitCase header(Consumer<ObjectNode> change) {
    return records(all -> change.accept(all.get(0)));
  }

  /** Changes a request; the first has number 1. */
  KitCase request(int number, Consumer<ObjectNode> change) {
    return records(all -> change.accept(all.get(number)));
  }

  /** Changes the header, which is the first record, and the requests. */
  KitCase records(Consumer<List<ObjectNode>> change) {
    records = records.andThen(change);
    return this;
  }

  /** Changes the text before its trailer is computed. */
  KitCase lines(UnaryOperator<String> change) {
    lines = change;
    return this;
  }

  /** Changes the complete text. */
  KitCase whole(UnaryOperator<String> change) {
    whole =
        bytes ->
            change
                .apply(new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  KitCase name(UnaryOperator<String> change) {
    name = change;
    return this;
  }

  KitCase envelope(KitEnvelope changed) {
    envelope = changed;
    return this;
  }

  /** Has the sealed content of the first file, which only a gateway with that file notices. */
  KitCase repeatsTheFirst() {
    repeats = true;
    return this;
  }

  /** Leaves out a number, which only a gateway with the earlier files notices. */
  KitCase skipsANumber() {
    skips = true;
    return this;
  }

  /** Expects these codes of the file, by their beginnings. */
  KitCase file(String... beginnings) {
    Arrays.stream(beginnings).map(KitCase::code).forEach(codes::add);
    return this;
  }

  /** Expects this code of the file with a detail. */
  KitCase file(String beginning, Detail detail) {
    codes.add(code(beginning));
    details.add(new FileDetail(code(beginning), detail, null));
    return this;
  }

  /** Expects this code of the file with a detail in a line. */
  KitCase file(String beginning, Detail detail, long line) {
    codes.add(code(beginning));
    details.add(new FileDetail(code(beginning), detail, line));
    return this;
  }

  /** Expects these codes of a request. */
  KitCase gives(int request, String... beginnings) {
    coded.put(request, Arrays.stream(beginnings).map(KitCase::code).sorted().toList());
    return this;
  }

  /** Expects that the look-up for a request finds nothing that may be disclosed. */
  KitCase notDisclosed(int request) {
    notDisclosed.add(request);
    return this;
  }

  static ReasonCode code(String beginning) {
    return Arrays.stream(ReasonCode.values())
        .filter(code -> code.name().startsWith(beginning + "_"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(beginning + " is no reason code"));
  }

  String slug() {
    return slug;
  }

  String shows() {
    return shows;
  }

  Format format() {
    return format;
  }

  int requests() {
    return requests;
  }

  void change(List<ObjectNode> all) {
    records.accept(all);
  }

  String changedLines(String text) {
    return lines.apply(text);
  }

  byte[] changedWhole(byte[] bytes) {
    return whole.apply(bytes);
  }

  String nameOf(String usual) {
    return name.apply(usual);
  }

  KitEnvelope envelope() {
    return envelope;
  }

  boolean isRepeated() {
    return repeats;
  }

  boolean isAfterAGap() {
    return skips;
  }

  Set<ReasonCode> codes() {
    return codes;
  }

  List<FileDetail> details() {
    return details;
  }

  Map<Integer, List<ReasonCode>> coded() {
    return coded;
  }

  boolean isNotDisclosed(int request) {
    return notDisclosed.contains(request);
  }
}
