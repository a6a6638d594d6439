package countersign.demo;

import countersign.request.Request.Subject;
import countersign.request.Request.Tin;

/** People as somebody might state them wrongly. */
final class Subjects {
  private Subjects() {}

  /** The same person under another surname. */
  static Subject named(Person person, String surname) {
    Subject subject = Asking.subject(person, person.tin());
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
  static Subject misspelt(Person person) {
    Subject subject = Asking.subject(person, null);
    return new Subject(
        subject.givenName() + "H",
        subject.middleName(),
        subject.surname(),
        subject.suffix(),
        subject.birthDate(),
        null);
  }

  /** A surname whose name control is not the person's. */
  static String surnameUnlike(Person person, Person other) {
    return person.surname().startsWith(other.surname().substring(0, 1))
        ? "QUIROZ"
        : other.surname();
  }
}
