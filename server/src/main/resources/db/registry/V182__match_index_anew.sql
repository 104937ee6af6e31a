-- A row of match_person with version -1 was entered with the keys of an earlier release, which knew no key of a father's
-- initial or of a year in a village, and spelled some Tamil names otherwise: it finds her, and the job that mends the index
-- enters her anew and counts the names anew, a woman's apart from a man's.
update match_person set version = -1;
update housekeeping set due_at = timestamp with time zone '2026-01-01 00:00:00+00:00' where job = 'match-index';
