create table due_period (
  agreement_id varchar(120) not null,
  version varchar(60) not null,
  period_name varchar(500) not null,
  next_from date not null,
  due_at timestamp(6) with time zone not null,
  zone varchar(60) not null,
  shard integer not null,
  primary key (agreement_id, version, period_name)
);
create index due_period_due on due_period (zone, shard, due_at);
