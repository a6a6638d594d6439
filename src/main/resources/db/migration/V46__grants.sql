-- The application's role has the rights that the gateway's statements use, column by column, and no other. The test GrantsIT compares both.
-- "approval" and "account" are left out: their rights are decided elsewhere.
revoke all on accounting_entry, acknowledgement, adoption, arrival, awaited, checkpoint, draft, event, file, file_chunk, inbox_failure, leaf, lease, no_match, node,
  pending_event, refused_subject, remark, request, request_group, request_status, response, response_item, slice, stop, stop_lift, vault_key, work from
  countersign_app;
grant select, insert (agency, at, digest, entry_sealed, file_id, kind, request_id, response_id) on accounting_entry to countersign_app;
grant select, insert (answered_at, file_id, id, number, partner, state, takes), update (delivered_at, sealed_bytes, sealed_sha256, state, takes,
  upload_until, version) on acknowledgement to countersign_app;
grant select, insert (at, document, sha256) on adoption to countersign_app;
-- "for share" needs the right to change one column; this one takes no value but its default.
grant select, insert (file_id, partner), update (attempt), delete on arrival to countersign_app;
grant select, insert (event_id, id, stage), delete on awaited to countersign_app;
grant select, insert (at, note, root, size) on checkpoint to countersign_app;
grant select, insert (drafted_at, evidence_sealed, generation, id, item_sealed, sha256) on draft to countersign_app;
grant select, insert (at, bytes, subject, verb) on event to countersign_app;
grant select, insert (agency, environment, file_codes, file_details, id, name, partner, received_at, sealed_sha256, sequence, size_bytes, state),
  update (acknowledged_at, agreement, answered_at, file_codes, file_details, header_sealed, inbox_name, judged_at, moved_at, refused, requester,
  requests, rule_set, rules_applied, state, version) on file to countersign_app;
grant select, insert (chunk_sealed, file_id, number), delete on file_chunk to countersign_app;
grant select, insert (cause, entry, partner, print, since, tries), update (cause, print, since, tries), delete on inbox_failure to countersign_app;
grant select, insert (event_id, hash, index) on leaf to countersign_app;
grant select, insert (fence, holder, name, until), update (fence, holder, until) on lease to countersign_app;
grant select, insert (id, inner_sealed, matched_at) on no_match to countersign_app;
grant select, insert (hash, index, level) on node to countersign_app;
grant select, insert (event_id), delete on pending_event to countersign_app;
grant select, insert (file_id, subject_key, subject_key_last_year) on refused_subject to countersign_app;
grant insert (account, at, subject, verb, words) on remark to countersign_app;
grant select, insert (address_key, address_key_last_year, body_sealed, case_key, case_key_last_year, codes, conditions, cured, family_key,
  family_key_last_year, file_id, number, officers, reason_key, request_id, subject_key, subject_key_last_year) on request to countersign_app;
grant select, insert (file_id, id, officers, requests), update (answer_by, finished, started_at) on request_group to countersign_app;
grant select, insert (changed_at, codes, file_id, group_id, id, number, request_id, slice, state), update (changed_at, codes, group_id, slice, state,
  version) on request_status to countersign_app;
grant select, insert (file_id, final, group_id, id, officers, partner, release_event, released_at, review_by, state), update (checkpoint_size,
  delivered_at, delivered_event, review_by, sealed_at, sealed_bytes, sealed_sha256, state, upload_until, version) on response to countersign_app;
grant select, insert (item_sealed, item_sha256, ordinal, outcome, request, response_id) on response_item to countersign_app;
grant select, insert (file_id, id, number, state), update (state, version) on slice to countersign_app;
grant select, insert (reason, scope, set_at, set_by, value), update (in_force_at) on stop to countersign_app;
grant select, insert (lifted_at, lifted_by, reason, stop) on stop_lift to countersign_app;
grant select, insert (name, purpose, wrapped) on vault_key to countersign_app;
grant select, insert (attempts, cause, due_at, id, stage, state), update (attempts, cause, due_at, sent_at, state), delete on work to countersign_app;
-- "run" compares the schema with its own migrations.
grant select on flyway_schema_history to countersign_app;
