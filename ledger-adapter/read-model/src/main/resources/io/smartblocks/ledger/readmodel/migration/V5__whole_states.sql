-- Rows that were fed before lack what comes now; without a checkpoint the next start feeds all of them again.
delete from settlement_document;
delete from settlement;
delete from hold;
delete from agreement_party;
delete from agreement;
delete from index_value;
delete from price_index;
delete from readings_page;
delete from meter;
delete from member;
delete from state_write;
delete from ledger_transaction;
delete from block;
delete from checkpoint;

-- Evidence is read by ranges of keys, as of a block, from here.
alter table state_write alter column state_key set data type varchar(1000);
alter table ledger_transaction alter column detail set data type varchar(1000);

alter table meter add column content text not null;
alter table price_index add column content text not null;

create table dispute (
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  revision integer not null,
  organisation varchar(80) not null,
  is_open boolean not null,
  changed_in bigint not null,
  content text not null,
  primary key (agreement_id, period_name, from_day, revision, organisation)
);
create index dispute_open on dispute (is_open, changed_in);

create table statement (
  agreement_id varchar(120) not null,
  kind varchar(40) not null,
  name varchar(200) not null,
  place varchar(300) not null,
  waits boolean not null,
  changed_in bigint not null,
  content text not null,
  primary key (agreement_id, kind, name, place)
);
create index statement_waits on statement (waits, changed_in);
