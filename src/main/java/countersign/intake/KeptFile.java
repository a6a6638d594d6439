package countersign.intake;

import countersign.request.FileId;

/** The one kind of {@link OpenedFile}: its bytes lie in {@code file_chunk}. */
record KeptFile(FileId id) implements OpenedFile {}
