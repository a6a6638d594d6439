package countersign.records;

import countersign.request.Request.Address;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interim until validation lands. */
record AddressForm(String value) {
  private static final Map<String, String> SHORT =
      Map.of("NORTH", "N", "STREET", "ST", "AVENUE", "AVE", "APARTMENT", "APT", "ROAD", "RD");

  static AddressForm of(Address address) {
    StringBuilder form = new StringBuilder();
    for (String word :
        ComparingForm.of(
                text(address.line1())
                    + " "
                    + text(address.line2())
                    + " "
                    + text(address.city())
                    + " "
                    + text(address.state())
                    + " "
                    + zip(text(address.postalCode())))
            .split(" ")) {
      form.append(SHORT.getOrDefault(word, word)).append(' ');
    }
    return new AddressForm(form.toString());
  }

  private static String zip(String zip) {
    return zip.length() > 5 ? zip.substring(0, 5) : zip;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
