create table checkpoint (
  id integer primary key,
  height bigint not null,
  last_hash varchar(64) not null,
  last_made_at timestamp(6) with time zone not null,
  constraint checkpoint_is_one check (id = 1)
);

create table block (
  number bigint primary key,
  hash varchar(64) not null,
  previous_hash varchar(64) not null,
  made_at timestamp(6) with time zone not null,
  transactions_root varchar(64) not null,
  changes_root varchar(64) not null,
  signer varchar(80) not null,
  batch_count integer not null,
  transaction_count integer not null
);
create unique index block_hash on block (hash);

create table ledger_transaction (
  id varchar(64) primary key,
  block_number bigint not null,
  batch integer not null,
  place integer not null,
  family varchar(40) not null,
  action varchar(60) not null,
  signer varchar(80) not null,
  organisation varchar(80) not null,
  request_key varchar(200) not null,
  stated_at timestamp(6) with time zone not null,
  subject varchar(500) not null,
  detail varchar(500) not null,
  payload text not null,
  signature varchar(100) not null
);
create unique index transaction_place on ledger_transaction (block_number, batch, place);
create index transaction_subject on ledger_transaction (subject, block_number, batch, place);

create table state_write (
  block_number bigint not null,
  batch integer not null,
  state_key varchar(500) not null,
  kind varchar(40) not null,
  transaction_id varchar(64),
  content text not null,
  primary key (block_number, batch, state_key)
);
create index state_write_key on state_write (state_key, block_number, batch);

create table member (
  id varchar(80) primary key,
  organisation varchar(80) not null,
  name varchar(1000000) not null,
  status varchar(20) not null,
  content text not null
);

create table meter (
  id varchar(405) primary key,
  operator varchar(80) not null,
  label varchar(1000000) not null,
  site varchar(1000000) not null,
  energy varchar(100) not null,
  unit varchar(40) not null,
  reading_interval varchar(20) not null,
  zone varchar(60) not null,
  block_number bigint not null
);

create table readings_page (
  meter_id varchar(405) not null,
  local_day date not null,
  block_number bigint not null,
  batch integer not null,
  revision integer not null,
  zone varchar(60) not null,
  starts_at timestamp(6) with time zone not null,
  reading_interval varchar(20) not null,
  unit varchar(40) not null,
  scale integer not null,
  readings varchar(1000000) not null,
  quality varchar(1000000) not null,
  recorded_by varchar(80) not null,
  reason varchar(1000000) not null,
  transaction_id varchar(64),
  primary key (meter_id, local_day, block_number, batch)
);

create table price_index (
  id varchar(250) primary key,
  publisher varchar(80) not null,
  label varchar(1000000) not null,
  unit varchar(40) not null,
  block_number bigint not null
);

create table index_value (
  index_id varchar(250) not null,
  from_day date not null,
  to_day date not null,
  block_number bigint not null,
  batch integer not null,
  revision integer not null,
  figure varchar(200) not null,
  published_by varchar(80) not null,
  reason varchar(1000000) not null,
  transaction_id varchar(64),
  primary key (index_id, from_day, block_number, batch)
);

create table agreement (
  id varchar(120) not null,
  version varchar(60) not null,
  title varchar(1000000) not null,
  life varchar(20) not null,
  proposed_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  changed_in bigint not null,
  content text not null,
  primary key (id, version)
);
create index agreement_changed on agreement (changed_in, id, version);

create table agreement_party (
  agreement_id varchar(120) not null,
  version varchar(60) not null,
  term varchar(500) not null,
  organisation varchar(80) not null,
  primary key (agreement_id, version, term)
);
create index agreement_party_organisation on agreement_party (organisation, agreement_id, version);

create table settlement (
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
  transaction_id varchar(64) not null,
  primary key (agreement_id, period_name, from_day, revision)
);
create index settlement_day on settlement (agreement_id, from_day, period_name, revision);
create unique index settlement_newest on settlement (block_number, transaction_id);

create table settlement_document (
  of_transaction varchar(64) not null,
  place integer not null,
  payer varchar(500),
  payee varchar(500),
  net varchar(60),
  vat varchar(60),
  gross varchar(60),
  currency varchar(20),
  due_day date,
  primary key (of_transaction, place)
);

create table hold (
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  to_day date not null,
  version varchar(60) not null,
  as_of_block bigint not null,
  stated_by varchar(80) not null,
  released boolean not null,
  changed_at timestamp(6) with time zone not null,
  changed_in bigint not null,
  content text not null,
  primary key (agreement_id, period_name, from_day)
);
