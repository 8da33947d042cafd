create table webhook (
    id           bigint generated always as identity primary key,
    organisation varchar(200)  not null,
    login        varchar(200)  not null references account (login),
    name         varchar(100)  not null,
    url          varchar(2000) not null,
    kinds        varchar(1000) not null,
    secret       varchar(400)  not null,
    made_at      timestamp with time zone not null,
    seen_height  bigint        not null,
    late_seen_at timestamp with time zone not null,
    stopped_at   timestamp with time zone,
    stopped_why  varchar(40),
    removed_at   timestamp with time zone
);

create index webhook_of_organisation on webhook (organisation);

create table webhook_delivery (
    id            bigint generated always as identity primary key,
    webhook       bigint       not null references webhook (id),
    event         varchar(100) not null,
    kind          varchar(60)  not null,
    subject       varchar(400) not null,
    body          text         not null,
    made_at       timestamp with time zone not null,
    state         varchar(20)  not null,
    tries         integer      not null,
    next_at       timestamp with time zone not null,
    claimed_until timestamp with time zone,
    last_at       timestamp with time zone,
    last_status   integer,
    last_problem  varchar(40),
    unique (webhook, event)
);

create index webhook_delivery_due on webhook_delivery (state, next_at);

create table account_subject (
    issuer    varchar(400) not null,
    subject   varchar(255) not null,
    login     varchar(200) not null references account (login),
    linked_at timestamp with time zone not null,
    primary key (issuer, subject)
);
