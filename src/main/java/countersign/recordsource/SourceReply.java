package countersign.recordsource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a record source, as {@code docs/schema/find-addresses-reply.json} describes it.
 *
 * @param requestId the request's own id
 * @param answers one for each key of the request
 */
public record SourceReply(
    @NotNull @Pattern(regexp = "[0-9a-f-]{36}") String requestId,
    @NotNull @Size(max = SourceReply.MOST_KEYS) List<@NotNull @Valid Answer> answers) {
  /** Largest number of keys in a request. */
  static final int MOST_KEYS = 500;

  private static final String DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

  /**
   * What the source holds for one key.
   *
   * @param id id of the key
   * @param records people with one address each; empty if nothing is held
   */
  public record Answer(
      @NotNull @Pattern(regexp = "[0-9]{1,3}") String id,
      @NotNull @Size(max = 200) List<@NotNull @Valid Row> records) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /** One person and one address; the components are those of a {@code FoundRecord}. */
  public record Row(
      @NotNull @Pattern(regexp = "[0-9]{9}") String tin,
      @NotNull @Size(max = 10) String nameControl,
      @NotNull @Size(max = 100) String givenName,
      @Size(max = 100) @Nullable String middleName,
      @NotNull @Size(max = 100) String surname,
      @Size(max = 20) @Nullable String suffix,
      @Pattern(regexp = DAY) @Nullable String birthDate,
      @NotNull @Valid Place address,
      @NotNull @Pattern(regexp = "[0-9]{4}") String period,
      @NotNull Boolean lastKnown) {
    @Override
    public String toString() {
      return "Row";
    }
  }

  /** An address as held. */
  public record Place(
      @NotNull @Size(max = 200) String line1,
      @Size(max = 200) @Nullable String line2,
      @NotNull @Size(max = 100) String city,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String state,
      @NotNull @Pattern(regexp = "[0-9]{5}(-?[0-9]{4})?") String postalCode) {
    @Override
    public String toString() {
      return "Place";
    }
  }

  /** Returns no value, because every value is a taxpayer's. */
  @Override
  public String toString() {
    return "SourceReply";
  }
}
