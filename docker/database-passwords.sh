#!/usr/bin/env bash
# Runs once in the database's container, after database-roles.sql: the passwords of the two roles come from the secrets.
set -euo pipefail
for role in anc_owner:database-owner-password anc_app:spring.datasource.password; do
  psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set role="${role%%:*}" --set password="$(cat "/run/secrets/${role#*:}")" \
    <<< "alter role :\"role\" password :'password';"
done
