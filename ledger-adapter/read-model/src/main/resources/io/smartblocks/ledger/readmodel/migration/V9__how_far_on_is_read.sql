-- What is settled again is sought by what changed: only among periods that end late enough to read it.
alter table watched_source add column reads_on integer default 0 not null;
create index settlement_end on settlement (agreement_id, to_day);

-- Agreements are watched anew, when they enter the calendar.
delete from watched_source;
delete from due_period;
