-- Who may see which meter, and whose settlements and agreements are whose, are questions to an index (docs/adr/0031);
-- without a checkpoint the next start feeds all tables of blocks again.
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

-- What a version that came into force writes between quotation marks and that may be the id of a meter.
create table named_meter (
  agreement_id varchar(120) not null,
  version varchar(60) not null,
  meter_id varchar(405) not null,
  primary key (agreement_id, version, meter_id)
);
create index named_meter_meter on named_meter (meter_id, agreement_id, version);

-- An organisation sees what it operates, and what a version names that came into force and that it is a party of.
create table seen_meter (
  organisation varchar(80) not null,
  meter_id varchar(405) not null,
  primary key (organisation, meter_id)
);
create index seen_meter_meter on seen_meter (meter_id, organisation);

-- The sites of the meters that an organisation sees; a star stands for all meters.
create table seen_site (
  organisation varchar(80) not null,
  site varchar(1000) not null,
  primary key (organisation, site)
);
create index seen_site_site on seen_site (site, organisation);
-- The id that the words of a meter give its site; without one where they give none.
alter table meter add column site_id varchar(120);
create index meter_site_id on meter (site_id, id);
create index meter_site on meter (site, id);
create index meter_operator on meter (operator, id);

create table site (
  id varchar(120) primary key,
  owner varchar(80) not null,
  name varchar(1000) not null,
  content text not null
);
create index site_owner on site (owner, id);

-- Lists go from the newest on; only the first of an organisation's terms has a time, so that a version comes once.
alter table agreement_party add column proposed_at timestamp(6) with time zone;
create index agreement_party_newest on agreement_party (organisation, proposed_at, agreement_id, version);
create index agreement_newest on agreement (proposed_at, id, version);

create table settlement_party (
  organisation varchar(80) not null,
  number bigint not null,
  primary key (organisation, number)
);
