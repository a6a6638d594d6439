-- Counsel who refused reconsiders, a second counsel lifts: two more words on a request, kept as the others are.
alter table approval drop constraint approval_step_check;
alter table approval add constraint approval_step_check check (step in ('ENDORSE', 'COUNTERSIGN', 'DECLINE', 'RECONSIDER', 'LIFT'));
