-- What parties' runtimes found when they computed a settlement of another party again.
create table verification (
  agreement_id varchar(120) not null,
  period_name varchar(500) not null,
  from_day date not null,
  revision integer not null,
  organisation varchar(80) not null,
  engine varchar(200) not null,
  differs boolean not null,
  changed_in bigint not null,
  content text not null,
  primary key (agreement_id, period_name, from_day, revision, organisation)
);
create index verification_differs on verification (differs, changed_in);
