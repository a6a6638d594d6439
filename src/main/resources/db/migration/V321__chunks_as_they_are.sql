-- Ciphertext does not compress: PostgreSQL stores a chunk as it is and does not try.
alter table file_chunk alter column chunk_sealed set storage external;
