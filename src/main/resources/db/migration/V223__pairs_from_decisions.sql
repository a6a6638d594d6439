-- How often the same two people signed in a row follows from their decisions, which nobody changes. The counter could be set back.
drop table pair_run;
create index approval_account_step on approval (account, step, number desc);
create index control_decision_account_step on control_decision (account, step, number desc);
