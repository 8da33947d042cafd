create table membership_application (
    login      varchar(200) not null primary key,
    member     varchar(200) not null,
    public_key varchar(200) not null,
    made_at    timestamp with time zone not null
);
