package countersign.intake;

import countersign.lifecycle.Change;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Refused;
import java.io.InputStream;
import java.util.Optional;

/** Signatures only; the bodies follow. */
public final class Intake {
  private static UnsupportedOperationException follows() {
    return new UnsupportedOperationException("follows");
  }

  public ReceivedFile receive(InputStream sealed, String name, long listedBytes, String partner) {
    throw follows();
  }

  public OpenedFile open(ReceivedFile file) {
    throw follows();
  }

  public FileId read(OpenedFile file) {
    throw follows();
  }

  public void refuse(FileId file, Refused why) {
    throw follows();
  }

  public void notJudged(FileId file) {
    throw follows();
  }

  public Optional<String> folder(String partner, String name, long size) {
    throw follows();
  }

  public void moved(String partner, String name) {
    throw follows();
  }

  public void begin(Change change, FileId file) {
    throw follows();
  }

  public void take(FileId file, Actor actor, String reason) {
    throw follows();
  }

  public void refuseHeld(FileId file, Actor actor, String reason) {
    throw follows();
  }

  public void rejudgeBlocked() {
    throw follows();
  }

  public ReceivedFile reopen(String fileId) {
    throw follows();
  }

  public ScreenedSlice load(String sliceId) {
    throw follows();
  }
}
