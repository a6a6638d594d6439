package countersign.statement;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.request.FileId;
import countersign.request.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs with a decision. Its canonical bytes (RFC 8785) are stored with the
 * signature; whether a decision is valid follows from these bytes only. Immutable.
 *
 * @param place the request for which it was made, in this installation
 * @param step ENDORSE, COUNTERSIGN, DECLINE, RECONSIDER or LIFT
 * @param draftGeneration number of the draft, from 1
 * @param draftSha256 SHA-256 of the draft's canonical bytes, hexadecimal
 * @param officers the request's officers, sorted, each with the keys in force at that time
 * @param ruleSet version and hash of the rules in force
 * @param answers the two answers of 6103(i)(6)
 * @param reasonDigest SHA-256 of a secret salt and the stored reason, hexadecimal
 * @param signer the person
 * @param at time of the decision
 * @param expiresAt time from which it no longer counts; null if it does not expire
 * @param about what it refers to
 */
public record Statement(
    Place place,
    String step,
    int draftGeneration,
    String draftSha256,
    List<NamedOfficer> officers,
    String ruleSet,
    Answers answers,
    String reasonDigest,
    Signer signer,
    Instant at,
    @Nullable Instant expiresAt,
    About about) {
  /** The first member of every statement, so that no other signed text can be taken for one. */
  static final String DOMAIN = "countersign/decision/1";

  public Statement {
    officers = List.copyOf(officers);
  }

  /**
   * The request for which a statement was made.
   *
   * @param installation fingerprint of the gateway's own key
   * @param agreement id of the agreement; an empty string if the file names none
   */
  public record Place(
      String installation,
      String environment,
      String partner,
      String agreement,
      RequestKey request) {}

  /** An officer of the request with the fingerprints of the officer's keys. */
  public record NamedOfficer(String officerId, String primary, String encryption) {
    /** Replaces a fingerprint if the officer had no usable key. */
    static final String NO_KEY = "none";

    public NamedOfficer {
      if (!(officerId + primary + encryption).matches("[A-Za-z0-9._-]+")) {
        throw new IllegalArgumentException("An officer's id consists of letters, digits and . _ -");
      }
    }

    public boolean hasKey() {
      return !primary.equals(NO_KEY);
    }

    private String text() {
      return officerId + " " + primary + " " + encryption;
    }

    private static NamedOfficer parse(String text) {
      String[] words = text.split(" ", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException("A statement names an officer with two fingerprints");
      }
      return new NamedOfficer(words[0], words[1], words[2]);
    }
  }

  /** The two answers of 6103(i)(6); null where the step does not ask. */
  public record Answers(
      @Nullable Boolean identifiesInformant, @Nullable Boolean impairsInvestigation) {
    /** No answers, for a step that does not ask. */
    public static final Answers NONE = new Answers(null, null);

    public boolean areBothNo() {
      return Boolean.FALSE.equals(identifiesInformant)
          && Boolean.FALSE.equals(impairsInvestigation);
    }
  }

  /**
   * The person who signed.
   *
   * @param person id in the enrolment register
   * @param account the account that was signed in
   * @param enrolment serial of the register
   */
  public record Signer(String person, String account, int enrolment) {}

  /**
   * What a statement refers to.
   *
   * @param firstSignature SHA-256 of the first approval's signature; null unless it is the second
   * @param lifted SHA-256 of the denial's statement; null unless it reconsiders or lifts one
   */
  public record About(@Nullable String firstSignature, @Nullable String lifted) {
    /** Refers to nothing. */
    public static final About NOTHING = new About(null, null);

    public static About first(byte[] signature) {
      return new About(Sha256.hex(signature), null);
    }

    public static About denial(String statementHash) {
      return new About(null, statementHash);
    }
  }

  /** The canonical bytes. */
  public byte[] write() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("domain", DOMAIN);
    texts.put("installation", place.installation());
    texts.put("environment", place.environment());
    texts.put("partner", place.partner());
    texts.put("agreement", place.agreement());
    texts.put("file", place.request().file().value());
    texts.put("request", place.request().requestId());
    texts.put("step", step);
    texts.put("draftGeneration", Integer.toString(draftGeneration));
    texts.put("draftSha256", draftSha256);
    texts.put("officers", String.join(",", officers.stream().map(NamedOfficer::text).toList()));
    texts.put("ruleSet", ruleSet);
    put(texts, "identifiesInformant", answers.identifiesInformant());
    put(texts, "impairsInvestigation", answers.impairsInvestigation());
    texts.put("reasonDigest", reasonDigest);
    texts.put("person", signer.person());
    texts.put("account", signer.account());
    texts.put("enrolment", Integer.toString(signer.enrolment()));
    texts.put("at", at.toString());
    put(texts, "expiresAt", expiresAt);
    put(texts, "firstSignature", about.firstSignature());
    put(texts, "lifted", about.lifted());
    return CanonicalJson.write(texts);
  }

  private static void put(SortedMap<String, String> texts, String name, @Nullable Object value) {
    if (value != null) {
      texts.put(name, value.toString());
    }
  }

  /**
   * Reads canonical bytes.
   *
   * @throws IllegalArgumentException if they are not exactly what {@link #write} writes
   */
  public static Statement parse(byte[] bytes) {
    return StatementReader.read(bytes);
  }

  /** SHA-256 of the canonical bytes, hexadecimal. */
  public String hash() {
    return Sha256.hex(write());
  }

  /** Whether it no longer counts at that time. */
  public boolean hasExpired(Instant now) {
    return Optional.ofNullable(expiresAt).filter(end -> !end.isAfter(now)).isPresent();
  }

  static List<NamedOfficer> officers(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(",", -1)).stream().map(NamedOfficer::parse).toList();
  }

  static RequestKey key(String file, String request) {
    return new RequestKey(new FileId(file), request);
  }

  /** Contains only the step and the request. */
  @Override
  public String toString() {
    return step + " " + place.request();
  }
}
