alter table meter add column measure varchar(20) default 'interval' not null;
alter table meter add column rolls_over_at varchar(60);
alter table readings_page add column flags varchar(1000000);
