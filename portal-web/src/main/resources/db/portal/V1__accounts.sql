create table account (
    id            bigint generated always as identity primary key,
    login         varchar(200) not null unique,
    name          varchar(200) not null,
    role          varchar(20)  not null,
    organisation  varchar(200),
    member        varchar(200),
    password_hash varchar(100) not null,
    opened_at     timestamp with time zone not null
);
