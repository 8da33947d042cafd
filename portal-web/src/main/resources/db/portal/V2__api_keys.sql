create table api_key (
    id           bigint generated always as identity primary key,
    login        varchar(200) not null references account (login),
    name         varchar(100) not null,
    hint         varchar(20)  not null,
    secret_hash  varchar(64)  not null unique,
    scopes       varchar(400) not null,
    made_at      timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone
);

create index api_key_of_login on api_key (login);
