alter table settlement add column summary text default '{"payables":[],"powers":[]}' not null;
