package countersign.demo;

import countersign.request.Request.Subject;
import countersign.request.Request.Tin;

/** Creates wrong statements about people. */
final class Misstated {
  private Misstated() {}

  /** The same person with another surname. */
  static Subject named(SyntheticPerson person, String surname) {
    Subject subject = RequestBuilder.subject(person, person.tin());
    return new Subject(
        subject.givenName(),
        subject.middleName(),
        surname,
        subject.suffix(),
        subject.birthDate(),
        subject.tin());
  }

  /** The same person with another TIN. */
  static Subject withTin(Subject subject, String tin) {
    return new Subject(
        subject.givenName(),
        subject.middleName(),
        subject.surname(),
        subject.suffix(),
        subject.birthDate(),
        new Tin("ITIN", tin));
  }

  /** The person without TIN and with a slightly wrong given name. */
  static Subject misspelt(SyntheticPerson person) {
    Subject subject = RequestBuilder.subject(person, null);
    return new Subject(
        subject.givenName() + "H",
        subject.middleName(),
        subject.surname(),
        subject.suffix(),
        subject.birthDate(),
        null);
  }

  /** A surname whose name control differs from the person's. */
  static String surnameUnlike(SyntheticPerson person, SyntheticPerson other) {
    return person.surname().startsWith(other.surname().substring(0, 1))
        ? "QUIROZ"
        : other.surname();
  }
}
