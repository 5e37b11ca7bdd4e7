-- Run once by a superuser or database owner, in the database of potstats2, before the services start for the first time.
-- Each service has a role of its own; set their passwords with ALTER ROLE … PASSWORD.
CREATE ROLE potstats2_ingest LOGIN;
CREATE ROLE potstats2_analytics LOGIN;
CREATE ROLE potstats2_api LOGIN;
ALTER ROLE potstats2_api SET default_transaction_read_only = on;

-- For the search in names.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA forum AUTHORIZATION potstats2_ingest;
CREATE SCHEMA stats AUTHORIZATION potstats2_analytics;

GRANT USAGE ON SCHEMA forum TO potstats2_analytics, potstats2_api;
GRANT USAGE ON SCHEMA stats TO potstats2_api;
ALTER DEFAULT PRIVILEGES FOR ROLE potstats2_ingest IN SCHEMA forum
    GRANT SELECT ON TABLES TO potstats2_analytics, potstats2_api;
ALTER DEFAULT PRIVILEGES FOR ROLE potstats2_analytics IN SCHEMA stats
    GRANT SELECT ON TABLES TO potstats2_api;
