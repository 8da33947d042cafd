-- Lists are read a page at a time, so what orders and counts them stands in narrow rows of its own (docs/adr/0032);
-- without a checkpoint the next start feeds all tables of blocks again.
truncate table settlement_party;
truncate table seen_site;
truncate table seen_meter;
truncate table named_meter;
truncate table site;
truncate table settlement;
truncate table hold;
truncate table dispute;
truncate table verification;
truncate table statement;
truncate table agreement_party;
truncate table agreement;
truncate table index_value;
truncate table price_index;
truncate table day_page;
truncate table meter;
truncate table member;
truncate table state_write;
truncate table ledger_transaction;
truncate table known_name;
truncate table block;
truncate table checkpoint;

-- The version that counts for an agreement has the time of the newest one; the others have none.
alter table agreement add column precedence integer not null;
alter table agreement add column listed_at timestamp(6) with time zone;
alter table agreement add column text_hash varchar(64) not null;
alter table agreement add column compiled_hash varchar(64) not null;
alter table agreement add column proposer varchar(80) not null;
create index agreement_proposer on agreement (proposer, precedence);
create index agreement_listed on agreement (listed_at, id);
create index agreement_text on agreement (text_hash);
create index agreement_compiled on agreement (compiled_hash);

-- The same for each party, of the versions that bind it, at the first of its terms.
alter table agreement_party add column listed_at timestamp(6) with time zone;
create index agreement_party_listed on agreement_party (organisation, listed_at, agreement_id);

alter table settlement_party add column to_verify boolean not null;
create index settlement_party_verifies on settlement_party (organisation, to_verify, number);

create table settlement_total (
  number bigint not null,
  currency varchar(20) not null,
  amount numeric(60, 20) not null,
  primary key (number, currency)
);

-- What only people of an organisation can do next; nobody's name stands for whoever admits members.
create table waiting (
  source varchar(1000) not null,
  organisation varchar(80) not null,
  kind integer not null,
  number bigint not null,
  amount integer not null,
  primary key (source, organisation, kind)
);
create index waiting_for on waiting (organisation, kind, number);

create index hold_changed on hold (released, changed_in, agreement_id, period_name, from_day);
create index block_made on block (made_at, number);
create index due_period_next on due_period (due_at, agreement_id, version, period_name);
