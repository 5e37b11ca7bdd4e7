--liquibase formatted sql

-- Both schemas begin with this.
--changeset potstats2:server-version runAlways:true splitStatements:false
DO $$
BEGIN
    IF current_setting('server_version_num')::int < 180000 THEN
        RAISE EXCEPTION 'potstats2 needs PostgreSQL 18 or newer, this is %', current_setting('server_version');
    END IF;
END $$;
