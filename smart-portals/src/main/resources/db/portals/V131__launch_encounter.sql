-- The contact that was going on when an app was opened from a woman's page, where there was one: Encounter/…
alter table app_launch add column encounter varchar(80);

-- The same for the authorization that came of it.
alter table oauth2_authorization add column encounter varchar(80);
