-- Where the clock of the program's machine is wrong the server's decides: "skew" is how many seconds
-- it is behind.
CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('skein.moment', true), '')::timestamptz
       + coalesce(nullif(current_setting('skein.skew', true), ''), '0')::float8
       * interval '1 second', now()) $$;
