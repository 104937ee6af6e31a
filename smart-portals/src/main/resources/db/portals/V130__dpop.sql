-- The thumbprint (RFC 7638) of the key that an authorization's access token is bound to, when its app proves one (RFC 9449).
alter table oauth2_authorization add column dpop_key varchar(64);
