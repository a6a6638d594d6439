package countersign.intake;

import countersign.request.FileId;

/** The one kind of {@link OpenedFile}: its bytes lie in {@code file_chunk}. */
record StoredFile(FileId id) implements OpenedFile {}
