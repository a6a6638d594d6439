package countersign.kit;

import countersign.pgp.Certificate;
import countersign.pgp.FaultyEnvelopes;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How a file of the kit is sealed. */
enum KitEnvelope {
  /** Signed by the requester and encrypted to the gateway. */
  SEALED {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return sealed(plain, keys.requester(), keys.gatewayCertificate(), at);
    }
  },
  /** The same with ZIP inside, as GnuPG makes it by default. */
  COMPRESSED {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return FaultyEnvelopes.compressed(plain, keys.requester(), keys.gatewayCertificate(), at);
    }
  },
  /** In ASCII armour. */
  ARMOURED {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return FaultyEnvelopes.armoured(SEALED.seal(plain, keys, at));
    }
  },
  /** Not OpenPGP at all. */
  NONE {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) {
      return plain.clone();
    }
  },
  /** Signed, but not encrypted. */
  SIGNED_ONLY {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return FaultyEnvelopes.signedOnly(plain, keys.requester(), at);
    }
  },
  /** Encrypted, but not signed. */
  UNSIGNED {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return FaultyEnvelopes.unsigned(plain, keys.gatewayCertificate(), at);
    }
  },
  /** Encrypted to the agency itself. */
  TO_ANOTHER {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return sealed(plain, keys.requester(), keys.agency().certificate(), at);
    }
  },
  /** Signed with a key that nobody has pinned. */
  BY_A_STRANGER {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return sealed(plain, keys.stranger(), keys.gatewayCertificate(), at);
    }
  },
  /** Signed with the agency's key, which only opens acknowledgements. */
  BY_THE_AGENCY {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return sealed(plain, keys.agency(), keys.gatewayCertificate(), at);
    }
  },
  /** Cut off in the middle. */
  CUT {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      byte[] whole = SEALED.seal(plain, keys, at);
      return Arrays.copyOf(whole, whole.length - whole.length / 3);
    }
  },
  /** Followed by a second message. */
  TWICE {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      byte[] one = SEALED.seal(plain, keys, at);
      byte[] both = Arrays.copyOf(one, 2 * one.length);
      System.arraycopy(one, 0, both, one.length, one.length);
      return both;
    }
  },
  /** Signed 40 days ago. */
  OLD {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return SEALED.seal(plain, keys, at.minus(OLD_SIGNATURE));
    }
  },
  /** Signed three years from now. */
  EARLY {
    @Override
    byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException {
      return SEALED.seal(plain, keys, at.plus(FUTURE));
    }
  };

  private static final Duration OLD_SIGNATURE = Duration.ofDays(40);
  private static final Duration FUTURE = Duration.ofDays(1_095);

  /** The bytes that the partner uploads. */
  abstract byte[] seal(byte[] plain, KitKeys keys, Instant at) throws IOException;

  /** Whether a program that seals the plaintext correctly gets another answer. */
  boolean isFaulty() {
    return this != SEALED && this != COMPRESSED && this != ARMOURED;
  }

  private static byte[] sealed(byte[] plain, SecretKey by, Certificate to, Instant at)
      throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = new Sealer(by).seal(sealed, List.of(to), at)) {
      out.write(plain);
    }
    return sealed.toByteArray();
  }
}
