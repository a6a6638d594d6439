package countersign.demo;

import countersign.request.Request.Subject;
import countersign.request.Request.Tin;

/** People as somebody might state them wrongly. */
final class Misstated {
  private Misstated() {}

  /** The same person under another surname. */
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

  /** The same person with another number. */
  static Subject withTin(Subject subject, String tin) {
    return new Subject(
        subject.givenName(),
        subject.middleName(),
        subject.surname(),
        subject.suffix(),
        subject.birthDate(),
        new Tin("ITIN", tin));
  }

  /** Without a number, and with a given name that is only nearly right. */
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

  /** A surname whose name control is not the person's. */
  static String surnameUnlike(SyntheticPerson person, SyntheticPerson other) {
    return person.surname().startsWith(other.surname().substring(0, 1))
        ? "QUIROZ"
        : other.surname();
  }
}
