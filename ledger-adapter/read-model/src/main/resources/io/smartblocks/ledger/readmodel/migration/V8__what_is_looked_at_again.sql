alter table settlement add column amendments varchar(4000) default '' not null;

-- What agreements read, and what of them is to be looked at again since it changed: derived from the blocks, and
-- from the agreements when they enter the calendar, so all of them enter it anew.
create table watched_source (
  agreement_id varchar(120) not null,
  source varchar(500) not null,
  primary key (agreement_id, source)
);
create index watched_source_source on watched_source (source);

create table look_again (
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  to_day date not null,
  due_at timestamp(6) with time zone not null,
  since_block bigint not null,
  last_block bigint not null,
  zone varchar(60) not null,
  shard integer not null,
  primary key (agreement_id, period_name, from_day)
);
create index look_again_due on look_again (zone, shard, due_at);

create table looked_to (
  id integer primary key,
  block_number bigint not null,
  constraint looked_to_is_one check (id = 1)
);

insert into looked_to (id, block_number) values (1, -1);

delete from due_period;
