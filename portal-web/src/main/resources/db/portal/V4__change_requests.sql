create table change_request (
    id           bigint generated always as identity primary key,
    agreement    varchar(200)  not null,
    version      varchar(50)   not null,
    text_hash    varchar(64)   not null,
    organisation varchar(200)  not null,
    person       varchar(200)  not null,
    words        varchar(2000) not null,
    made_at      timestamp with time zone not null
);

create index change_request_of_text on change_request (agreement, version, text_hash);
