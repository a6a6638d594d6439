package countersign.intake;

import countersign.request.FileId;

/** The only {@link OpenedFile}: its bytes are in {@code file_chunk}. */
record KeptFile(FileId id) implements OpenedFile {}
