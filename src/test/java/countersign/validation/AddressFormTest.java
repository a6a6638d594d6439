package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R45: addresses are normalised and never guessed. */
@Proves("R45")
class AddressFormTest {

  @ParameterizedTest
  @CsvSource({
    "412 North Oak Street, 412 N OAK ST",
    "412 N. Oak St., 412 n oak st",
    "12-B Main Avenue, 12-B MAIN AVE",
    "'9 Saint Charles Street', 9 St Charles St",
    "100 North Street, 100 N ST",
    "P.O. Box 12, PO BOX 12",
    "Post Office Box 12, POB 12",
    "Rural Route 2 Box 5, RR 2 BOX 5",
    "Highway Contract Route 7 Box 1, HC 7 BOX 1",
    "7 O'Neill Rd, 7 ONEILL ROAD",
    "77 First Ave, 77 1ST AVENUE",
    "412 Oak St Apartment 3, 412 OAK ST APT 3",
    "412 Oak St # 3, 412 OAK ST APT 3",
    "412 Oak St Apt 3., 412 OAK ST APT 3",
    "412 Oak St Apt #3, 412 OAK ST APT 3",
    "'Apt 3, 412 Oak St', 412 OAK ST APT 3",
    "'Bldg 4, Apt 3, 412 Oak St', 412 OAK ST APT 3 BLDG 4",
    "10 Main St PMB 7, PMB 7 10 MAIN ST",
    "PO Box # 12, PO BOX 12",
    "P.O. Drawer 12, PO BOX 12",
    "RR03 Box 98D, RR 3 BOX 98D",
    "RFD 4 Box 87A, RR 4 BOX 87A",
    "Rt. 4 Box 87A, Rural Route 4 Box 87A",
    "Star Route 5 Box 3, HC 5 BOX 3",
    "12½ Main St, 12 1/2 MAIN ST",
    "7 Twelfth Ave, 7 12TH AVE",
    "URB Las Flores 12, Urbanización Las Flores 12",
  })
  void one_address_in_two_spellings_is_one(String one, String other) {
    assertThat(form(one, null)).isEqualTo(form(other, null));
  }

  @ParameterizedTest
  @CsvSource({
    "412 N Oak St, 412 S Oak St",
    "412 Oak St, 412 Oak Ave",
    "412 Oak St, 421 Oak St",
    "412 Oak St Apt 3, 412 Oak St Apt 4",
    "412 Oak St Apt 3, 412 Oak St Ste 3",
    "412 Oak St Apt 3, 412 Oak St",
    "412 Oak St, 412 Oaks St",
    "9 Unit Drive, 9 Drive",
    "12½ Main St, 121 2 Main St",
    "North West Temple 5, NW Temple 5",
    "RR 2 Box 5, RR 5 Box 2",
    "PO Box 12, PO Box 21",
  })
  void nothing_is_guessed(String one, String other) {
    assertThat(form(one, null)).isNotEqualTo(form(other, null));
  }

  @Test
  void the_unit_may_stand_on_either_line_and_the_zip_may_be_short() {
    assertThat(form("412 Oak St", "Apt 3")).isEqualTo(form("412 OAK ST APT 3", null));
    assertThat(AddressForm.of(new Address("1 A St", null, "Saint Paul", "mn", "55101-1234")))
        .isEqualTo(AddressForm.of(new Address("1 A Street", " ", "St. Paul", "MN", "55101")));
    assertThat(AddressForm.of(new Address("1 A St", null, "Austin", "TX", "78701")))
        .isNotEqualTo(AddressForm.of(new Address("1 A St", null, "Austin", "TX", "78702")));
  }

  private static AddressForm form(String line1, @Nullable String line2) {
    return AddressForm.of(new Address(line1, line2, "Austin", "TX", "78701"));
  }
}
