-- Tables of blocks are shaped anew (docs/adr/0023); without a checkpoint the next start feeds all of them again.
drop table readings_page;
drop table ledger_transaction;
drop table state_write;
drop table settlement_document;
drop table settlement;
truncate table verification;
truncate table statement;
truncate table dispute;
truncate table hold;
truncate table agreement_party;
truncate table agreement;
truncate table index_value;
alter table index_value drop column transaction_id;
alter table index_value add column transaction_number bigint;
truncate table price_index;
truncate table meter;
truncate table member;
truncate table block;
truncate table checkpoint;

-- Numbers for texts that rows repeat, in the order in which blocks bring them.
create table known_name (
  number integer primary key,
  name varchar(1000) not null
);
create unique index known_name_name on known_name (name);

-- Numbered by block and place in it; what it says and its signature are read from the ledger. It is listed under its
-- subject, unless it brought readings, whose places lead to it.
create table ledger_transaction (
  number bigint primary key,
  id bytea not null,
  block_number bigint not null,
  batch integer not null,
  place integer not null,
  family integer not null,
  action integer not null,
  signer integer not null,
  organisation integer not null,
  request_key varchar(200) not null,
  stated_at timestamp(6) with time zone not null,
  subject integer not null,
  listed_under integer,
  detail varchar(1000) not null
);
create unique index transaction_id on ledger_transaction (id);
create index transaction_listed_under on ledger_transaction (listed_under, number);

-- States that are read by their keys; every version of readings and settlements stands in a table of its own.
create table state_write (
  number bigint primary key,
  state_key varchar(1000) not null,
  kind varchar(40) not null,
  block_number bigint not null,
  transaction_number bigint,
  content text not null
);
create index state_write_key on state_write (state_key, number);

-- The place is the meter's number, the day and the revision in one; the body is what PageBytes writes.
create table day_page (
  place bigint primary key,
  block_number bigint not null,
  transaction_number bigint,
  body bytea not null
);
create index day_page_block on day_page (block_number);

-- Numbered as its transaction is.
create table settlement (
  number bigint primary key,
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  to_day date not null,
  revision integer not null,
  version varchar(60) not null,
  statement text not null,
  statement_hash varchar(64) not null,
  evidence_digest varchar(64) not null,
  as_of_block bigint not null,
  compiled_hash varchar(64) not null,
  engine varchar(200) not null,
  committed_by varchar(80) not null,
  committed_at timestamp(6) with time zone not null,
  block_number bigint not null,
  summary text not null,
  amendments varchar(4000) not null
);
create unique index settlement_period on settlement (agreement_id, period_name, from_day, revision);
create index settlement_end on settlement (agreement_id, to_day);
