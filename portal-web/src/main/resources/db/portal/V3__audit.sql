create table audit_entry (
    number             bigint primary key,
    at                 timestamp(6) with time zone not null,
    who                varchar(200)  not null,
    role               varchar(20)   not null,
    address            varchar(100)  not null,
    act                varchar(40)   not null,
    subject            varchar(400)  not null,
    outcome            varchar(10)   not null,
    reason             varchar(2000) not null,
    before_text        varchar(2000) not null,
    after_text         varchar(2000) not null,
    ledger_transaction varchar(64)   not null,
    previous_hash      varchar(64)   not null,
    hash               varchar(64)   not null
);

create index audit_entry_who on audit_entry (who, number);
create index audit_entry_act on audit_entry (act, number);

-- one row: whoever adds an entry locks it, so that the chain never forks
create table audit_head (
    id     integer primary key check (id = 1),
    number bigint      not null,
    hash   varchar(64) not null
);

insert into audit_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- why and since when an account is closed; whether its password was given out and must be replaced
alter table account add column locked_at timestamp with time zone;
alter table account add column password_given boolean default false not null;
