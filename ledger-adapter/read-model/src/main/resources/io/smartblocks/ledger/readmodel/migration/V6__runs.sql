-- How often in a row a period could not be settled: it is tried again at growing intervals.
alter table due_period add column failures integer default 0 not null;

-- What evidence names a page by; rows that were fed before are digested when they are read.
alter table readings_page add column digest varchar(64);

create table sweep_run (
  id varchar(40) primary key,
  node varchar(200) not null,
  zone varchar(60) not null,
  shard integer not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone not null,
  outcomes varchar(1000) not null,
  stopped varchar(1000000)
);
create index sweep_run_started on sweep_run (started_at, id);

create table sweep_problem (
  run_id varchar(40) not null,
  place integer not null,
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  outcome varchar(40) not null,
  step varchar(40) not null,
  message varchar(1000000) not null,
  primary key (run_id, place)
);
