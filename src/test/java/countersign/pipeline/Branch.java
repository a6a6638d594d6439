package countersign.pipeline;

import countersign.lifecycle.LifecycleFixtures;
import countersign.request.FileDetail;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.sql.SQLException;
import java.util.List;

/**
 * Expected result of each error branch: one row for a work item from a queue, another for a file
 * from a poll.
 */
enum Branch {
  REFUSE {
    @Override
    RuntimeException thrown() {
      return new Refused(List.of(ReasonCode.F109_SCHEMA), List.<FileDetail>of());
    }

    @Override
    String fate(String stage, String unit) {
      return "read judge".contains(stage)
          ? "refuse " + unit
          : "park " + stage + " " + unit + " F109_SCHEMA";
    }
  },
  HOLD {
    @Override
    RuntimeException thrown() {
      return new Held(ReasonCode.A104_COURT_ORDER_IN_FORCE, "A person must decide.");
    }

    @Override
    String fate(String stage, String unit) {
      return "park " + stage + " " + unit + " A104_COURT_ORDER_IN_FORCE";
    }
  },
  LATER {
    @Override
    RuntimeException thrown() {
      return new Unavailable("RECORDS_DOWN", "The records do not answer.", null);
    }

    @Override
    String fate(String stage, String unit) {
      return "later " + stage + " " + unit + " RECORDS_DOWN" + waits(stage, unit);
    }
  },
  OVERTAKEN {
    @Override
    RuntimeException thrown() {
      return LifecycleFixtures.overtaken();
    }

    @Override
    String fate(String stage, String unit) {
      return "drop " + stage + " " + unit;
    }
  },
  PARK {
    @Override
    RuntimeException thrown() {
      return new ArithmeticException("987-45-6321 is no number");
    }

    @Override
    String fate(String stage, String unit) {
      return (stage.equals("read") ? "later " : "park ")
          + stage
          + " "
          + unit
          + " DEFECT_RANGE"
          + waits(stage, unit);
    }
  },
  /** The connection to the database was cut; the file or the work waits where it is. */
  AWAY {
    @Override
    RuntimeException thrown() {
      return new IllegalStateException(new SQLException("quotes 987-45-6321", "57P01"));
    }

    @Override
    String fate(String stage, String unit) {
      return "later " + stage + " " + unit + " DATABASE_DOWN";
    }
  },
  /** Two transactions conflicted and the database rolled this one back; not a defect. */
  CROSSED {
    @Override
    RuntimeException thrown() {
      return new IllegalStateException(new SQLException("quotes 987-45-6321", "40P01"));
    }

    @Override
    String fate(String stage, String unit) {
      return "later " + stage + " " + unit + " DATABASE 40P01" + waits(stage, unit);
    }
  };

  abstract RuntimeException thrown();

  abstract String fate(String stage, String unit);

  private static String waits(String stage, String unit) {
    return stage.equals("read") ? ", not judged " + unit : "";
  }
}
